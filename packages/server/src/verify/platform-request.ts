// Builds the platform's verify request (protocol.md §5). `verdict.ts` judges the answer.
import { formatTimestamp, type Msisdn, SHANGHAI, type VerifyMobileRequest } from '@local-number/protocol'
import { rsaUtils } from '@local-number/rsa/node'
import type { AppIdentity } from '../app-identity'
import type { CustomerKey } from '../customer-keys'
import { ServerError } from '../errors'
import { createMsgId } from '../log/trace-id'
import type { UserInformationForm } from '../options'

const VERSION = '1.0'

export interface NumberToVerify {
  readonly phone: Msisdn
  readonly token: string
  readonly userInformation: string
  /** Signs the call: the one that signed the attempt. */
  readonly customerKey: CustomerKey
  /** The login's. The msgId begins with its reference. */
  readonly traceId: string
}

export interface PlatformRequestOptions {
  readonly app: AppIdentity
  readonly userInformation: UserInformationForm
  /** The clock, in ms since 1970. */
  readonly now: () => number
}

/** @throws ServerError `requestMalformed` if userInformation cannot be converted into the configured form */
export async function buildPlatformRequest(
  { phone, token, userInformation, customerKey, traceId }: NumberToVerify,
  { app, userInformation: form, now }: PlatformRequestOptions,
): Promise<VerifyMobileRequest> {
  const msgId = createMsgId(traceId)
  const timestamp = formatTimestamp(now(), SHANGHAI)
  const phoneNum = await rsaUtils.encrypt(`${phone}${app.appKey}${timestamp}`, app.platformPublicKey)
  const signedText = `${app.appId}${msgId}${phoneNum}${timestamp}${token}${VERSION}`
  const sign = await rsaUtils.sign(signedText, customerKey.privateKey, app.signature)
  return {
    header: { version: VERSION, msgId, appId: app.appId, timestamp },
    body: { expandParams: '', phoneNum, token, sign, userInformation: convert(userInformation, form) },
  }
}

const FORMS: Readonly<Record<UserInformationForm, (text: string) => string>> = {
  verbatim: (text) => text,
  decodedOnce: decodeURIComponent,
  encodedOnce: encodeURIComponent,
}

/** The conversions fail on texts that are not percent-encoded, or not Unicode. */
function convert(userInformation: string, form: UserInformationForm): string {
  try {
    return FORMS[form](userInformation)
  } catch {
    throw new ServerError('requestMalformed', { detail: 'check: userInformation' })
  }
}
