// What the opened phoneNum says: phone + appKey + timestamp, without separators (protocol.md §5).
import { timingSafeEqual } from 'node:crypto'
import type { PhoneNumReason } from '@local-number/simulator-contract'

/** The number that the user typed, or what is wrong with the text around it. */
export type PhoneNum =
  | { readonly phone: string }
  | { readonly reason: Extract<PhoneNumReason, 'noNumber' | 'otherAppKey' | 'otherTimestamp'> }

/** What has to follow the number. */
export interface PhoneNumTail {
  readonly appKey: string
  /** The header's. */
  readonly timestamp: string
}

const PHONE = /^\d{11}/

/** The appKey is a secret: how long the comparison takes does not depend on where the texts differ. */
export function readPhoneNum(text: string, { appKey, timestamp }: PhoneNumTail): PhoneNum {
  const [phone = ''] = PHONE.exec(text) ?? []
  const end = phone.length + appKey.length
  const appKeyFits = isSameText(text.slice(phone.length, end), appKey)
  const timestampFits = isSameText(text.slice(end), timestamp)
  if (phone === '') return { reason: 'noNumber' }
  if (!appKeyFits) return { reason: 'otherAppKey' }
  return timestampFits ? { phone } : { reason: 'otherTimestamp' }
}

function isSameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
