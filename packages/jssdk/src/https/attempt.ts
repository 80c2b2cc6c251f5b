// One attempt of the HTTPS edition: one POST retrieves the number and answers the token (protocol.md §9).
import {
  BUSINESS_TYPES,
  type CarrierOrigins,
  type ExpandParams,
  formatExpandParams,
  HTTPS_CARRIER_ORIGINS,
  type HttpsGetMobileRequest,
  type HttpsIds,
  PATHS,
  TOKEN_LIFETIMES_MS,
} from '@local-number/protocol'
import type { IdsAttempt, SignedIds } from '../attempt'
import { INVALID_PARAMETERS, SdkError } from '../errors'
import { type AttemptOptions, parseAttemptOptions } from '../parameters'
import type { SdkOptions } from '../sdk'
import { type CallFacts, checkSign, sendTokenRequest } from '../token-call'
import type { HttpsPlatform } from './platform'

/** Its answer has the code in `body`, where the image edition's has it in `header`. */
const GET_MOBILE: CallFacts = { name: 'httpsGetMobile', codeIn: 'body', successCodes: ['103000'] }

/** @throws SdkError `invalidParameters`, ProtocolError for expandParams that do not fit the wire */
export function buildHttpsAttempt(
  platform: HttpsPlatform,
  options: AttemptOptions,
  { origins }: SdkOptions,
): IdsAttempt {
  const { edition, headers } = platform
  const { appId, expandParams, line } = parseAttemptOptions(options)
  const origin = findOrigin(origins?.[line], HTTPS_CARRIER_ORIGINS[line][edition])
  const userInformation = platform.userInformation(-platform.utcOffset(platform.now()))
  const extras = composeExtras(platform, expandParams)
  return {
    edition,
    tokenLifetimeMs: TOKEN_LIFETIMES_MS.https,
    requestToken: async (signed, limits) => {
      const { ids, sign } = checkSigned(signed)
      const body: HttpsGetMobileRequest = {
        version: ids.version,
        timestamp: ids.timestamp,
        appId,
        businessType: BUSINESS_TYPES[edition],
        traceId: ids.traceId,
        sign,
        msgId: ids.traceId,
        userInformation,
        ...extras,
      }
      const forceCellular = platform.forcesCellular()
      const request = { url: origin + PATHS.httpsGetMobile, body, headers, forceCellular }
      return { token: await sendTokenRequest(platform, { call: GET_MOBILE, request }, limits), userInformation }
    },
  }
}

/**
 * Other addresses must name this edition's, too: a page that is meant for a simulator must not call the carrier.
 *
 * @throws SdkError `invalidParameters`
 */
function findOrigin(own: CarrierOrigins | undefined, carrier: string): string {
  if (own === undefined) return carrier
  if (own.httpsGetMobile !== undefined) return own.httpsGetMobile
  throw new SdkError(
    'invalidParameters',
    'origins name other addresses for this line, and httpsGetMobile is missing among them',
    INVALID_PARAMETERS,
  )
}

function composeExtras(
  platform: HttpsPlatform,
  expandParams: ExpandParams,
): Pick<HttpsGetMobileRequest, 'expandParams' | 'wxappid'> {
  const { callType } = platform
  const pairs = formatExpandParams(callType === null ? expandParams : { callType, ...expandParams })
  return callType === null ? {} : { expandParams: pairs, wxappid: platform.wxappid() }
}

/** The carrier's ids, without the alphabet: the platform judges that. */
const SHAPES: Readonly<Record<keyof HttpsIds, RegExp>> = {
  traceId: /^[0-9A-Za-z]{32}$/,
  timestamp: /^\d{17}$/,
  version: /^\d\.\d$/,
}

/** @throws SdkError `invalidParameters` */
function checkSigned(signed: SignedIds): SignedIds {
  const { ids, sign }: SignedIds = Object(signed)
  checkSign(sign)
  for (const name of ['traceId', 'timestamp', 'version'] as const) {
    const id: unknown = Object(ids)[name]
    if (typeof id !== 'string' || !SHAPES[name].test(id)) {
      throw new SdkError(
        'invalidParameters',
        `ids.${name} must be the text that the business server answered with the sign`,
        INVALID_PARAMETERS,
      )
    }
  }
  return { ids, sign }
}
