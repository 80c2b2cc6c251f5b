// Parses the decrypted phoneNum: phone + appKey + timestamp, without separators (protocol.md §5).
import type { PhoneNumReason } from '@local-number/simulator-contract'
import { equalsInConstantTime } from '../common/constant-time'

/** The typed number, or what is wrong with the text. */
export type PhoneNum =
  | { readonly phone: string }
  | { readonly reason: Extract<PhoneNumReason, 'noNumber' | 'otherAppKey' | 'otherTimestamp'> }

/** What must follow the number. */
export interface PhoneNumTail {
  readonly appKey: string
  /** Of the header. */
  readonly timestamp: string
}

const PHONE = /^\d{11}/

/** Compares in constant time, since the appKey is a secret. */
export function parsePhoneNum(text: string, { appKey, timestamp }: PhoneNumTail): PhoneNum {
  const [phone = ''] = PHONE.exec(text) ?? []
  const end = phone.length + appKey.length
  const appKeyFits = equalsInConstantTime(text.slice(phone.length, end), appKey)
  const timestampFits = equalsInConstantTime(text.slice(end), timestamp)
  if (phone === '') return { reason: 'noNumber' }
  if (!appKeyFits) return { reason: 'otherAppKey' }
  return timestampFits ? { phone } : { reason: 'otherTimestamp' }
}
