// The fields of a request as a trace shows them: in their order, by their place, masked.
import { maskMsisdn } from '@local-number/protocol'
import type { Part } from '@local-number/simulator-contract'
import { textAt, type WireMessage } from '../platform/fields'
import { maskToken, type Secret, shown } from './masking'

/** The carrier's largest message has ten, of some 1,200 characters together. */
const MOST = 40
const LONGEST_NAME = 100
const LONGEST_TOGETHER = 6000

/** `''` if the message names none. */
export function tokenOf(message: WireMessage | null): string {
  return textAt(message ?? {}, 'body', 'token')
}

/** Shorter than any block of RSA: somebody forgot to encrypt it, and it holds the number and the appKey. */
const OPEN_PHONE_NUM = /^.{11,127}$/s
const NUMBER = /1[3-9]\d{9}/

/**
 * What the message holds that no trace may show, wherever it stands.
 *
 * @param appKey the named app's; `''` if there is no such app
 */
export function secretsOf(message: WireMessage | null, appKey: string): readonly Secret[] {
  const token = tokenOf(message)
  const [phoneNum = ''] = OPEN_PHONE_NUM.exec(textAt(message ?? {}, 'body', 'phoneNum')) ?? []
  const [number = ''] = NUMBER.exec(phoneNum) ?? []
  return [
    // A token of a few letters is none, and would be found everywhere.
    ...[token, appKey].filter((text) => text.length >= 8).map(masked),
    ...(phoneNum.length > number.length ? [masked(phoneNum)] : []),
    ...(number ? [{ text: number, mask: maskMsisdn(number) }] : []),
  ]
}

const masked = (text: string): Secret => ({ text, mask: maskToken(text) })

export function fieldsOf(message: WireMessage | null, secrets: readonly Secret[]): readonly Part[] {
  const parts = Object.entries(message ?? {}).flatMap(([part, fields]) =>
    isObject(fields)
      ? Object.entries(fields).map(([name, value]) => ({ name: `${part}.${name}`, value }))
      : [{ name: part, value: fields }],
  )
  let left = LONGEST_TOGETHER
  return parts.slice(0, MOST).map(({ name, value }) => {
    const part = { name: shown(name, secrets, LONGEST_NAME), value: shown(asText(value), secrets).slice(0, left) }
    left -= part.value.length
    return part
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asText(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '…' // nested deeper than JSON can be written, though it could be read
  }
}
