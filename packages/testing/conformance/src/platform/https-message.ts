// The message of the HTTPS edition's only call, flat and signed with MD5 (protocol.md §9).
import { randomInt } from 'node:crypto'
import { BUSINESS_TYPES, HTTPS_ID_ALPHABET, HTTPS_VERSION, type HttpsEdition } from '@local-number/protocol'
import { type Alteration, type Fields, hashMd5, MD5_ALTERATIONS } from './alteration'
import type { Customer } from './fixture'

/** As a mini-program sends it, percent-encoded without base64. */
export const HTTPS_USER_INFORMATION = 'HUAWEI%40%408.0.50%40%40Android%2013%40%4083a3a8018f9134a2102d4f97f040e33c'

/** The signed fields, in order; the appKey follows. */
const SIGNED = ['appId', 'businessType', 'msgId', 'timestamp', 'traceId', 'version'] as const

const ID_LENGTH = 32

export function createTraceId(): string {
  return Array.from({ length: ID_LENGTH }, () => HTTPS_ID_ALPHABET.charAt(randomInt(HTTPS_ID_ALPHABET.length))).join('')
}

export interface HttpsCallIds {
  readonly edition: HttpsEdition
  readonly appId: string
  readonly traceId: string
  readonly timestamp: string
}

export function composeHttpsMessage(
  { edition, appId, traceId, timestamp }: HttpsCallIds,
  { appKey, wxappid }: Pick<Customer, 'appKey' | 'wxappid'>,
  { fields = {}, fieldsAfterSigning = {}, md5 }: Alteration,
): Fields {
  const unsigned: Fields = {
    ...{ version: HTTPS_VERSION, timestamp, appId, businessType: BUSINESS_TYPES[edition], traceId, msgId: traceId },
    userInformation: HTTPS_USER_INFORMATION,
    ...(edition === 'httpsMiniProgram' && { wxappid }),
    ...fields,
  }
  const text = SIGNED.map((name) => unsigned[name] ?? '').join('')
  const sign = (md5 === undefined ? hashMd5 : MD5_ALTERATIONS[md5])(text, appKey)
  const sent = { sign, ...unsigned, ...fieldsAfterSigning }
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null))
}
