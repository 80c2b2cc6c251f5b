// The methods of a vendor's script of the HTTPS edition [V], for code written against its `YDRZ` object.
import {
  BUSINESS_TYPES,
  composeHttpsPreSign,
  HTTPS_VERSION,
  type HttpsIds,
  type MsisdnOwner,
} from '@local-number/protocol'
import { SdkError } from '../errors'
import { createId, createTimestamp } from '../ids'
import type { SdkOptions } from '../sdk'
import {
  reportConnection,
  toFailedResult,
  toOptions,
  type YdrzConnectionOptions,
  type YdrzData,
  type YdrzTokenResult,
} from '../ydrz/callbacks'
import { buildHttpsAttempt } from './attempt'
import type { HttpsPlatform } from './platform'

/** What both callbacks of `getTokenInfo` receive: `103000` with a token, else as in the image edition. */
export interface HttpsYdrzTokenResult extends YdrzTokenResult {
  /** The attempt's id. */
  readonly msgId: string
  /** In failures only, and only if the platform named one. */
  readonly msisdnOwner?: MsisdnOwner
}

export interface HttpsYdrz {
  /** Asynchronous and optional: both callbacks name the network; `error` with `unknown`. */
  getConnection(options: YdrzConnectionOptions): void
  /**
   * Creates the attempt's ids and returns its pre-sign, for the business server to sign.
   *
   * @param version the script's version, `1.0`
   * @default version '1.0'
   * @throws ProtocolError `preSignFieldMalformed` for a malformed appId or another version
   */
  getSign(appId: string, version?: string): string
  /** Requests the token, within 3 s. Never throws: every failure reaches the error callback. */
  getTokenInfo(options: {
    readonly data: YdrzData & { readonly sign: string }
    readonly success?: (result: HttpsYdrzTokenResult) => void
    readonly error?: (result: HttpsYdrzTokenResult) => void
  }): void
}

/** One attempt at a time, as with the vendor's object: `getTokenInfo` sends the ids of the last `getSign`. */
export function createHttpsYdrz(platform: HttpsPlatform, options: SdkOptions = {}): HttpsYdrz {
  let current: HttpsIds | null = null

  async function requestToken({ sign, ...data }: YdrzData & { readonly sign: string }, ids: HttpsIds) {
    const grant = await buildHttpsAttempt(platform, toOptions(data), options).requestToken({ ids, sign })
    return { code: '103000', message: '获取token成功', ...grant, msgId: ids.traceId }
  }

  return {
    getConnection: (callbacks) => reportConnection(platform, callbacks),
    getSign: (appId, version = HTTPS_VERSION) => {
      const ids = { ...createHttpsIds(platform), version }
      const businessType = BUSINESS_TYPES[platform.edition]
      const preSign = composeHttpsPreSign({ appId: String(appId), businessType, ...ids })
      current = ids
      return preSign
    },
    getTokenInfo: ({ data, success, error }) => {
      const ids = current ?? createHttpsIds(platform)
      const settle = (report: () => void) => {
        if (current === ids) current = null
        report()
      }
      requestToken(data, ids).then(
        (result) => settle(() => success?.(result)),
        (reason: unknown) => settle(() => error?.(toHttpsFailedResult(reason, ids))),
      )
    },
  }
}

function createHttpsIds(platform: HttpsPlatform): HttpsIds {
  return { traceId: createId(platform), timestamp: createTimestamp(platform), version: HTTPS_VERSION }
}

function toHttpsFailedResult(reason: unknown, { traceId }: HttpsIds): HttpsYdrzTokenResult {
  const msisdnOwner = reason instanceof SdkError ? reason.msisdnOwner : null
  return { ...toFailedResult(reason), msgId: traceId, ...(msisdnOwner === null ? {} : { msisdnOwner }) }
}
