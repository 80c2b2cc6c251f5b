// The fields of a request as a trace shows them: in their order, named by their place, masked.
import { maskMsisdn } from '@local-number/protocol'
import type { Part } from '@local-number/simulator-contract'
import { readText, type WireMessage } from '../common/wire-message'
import { maskText, maskToken, type Secret } from './masking'

/** The carrier's largest message has ten fields of some 1,200 characters together. */
const MAX_FIELDS = 40
const MAX_NAME_LENGTH = 100
const MAX_TOTAL_LENGTH = 6000

/** `''` if the message has no token. */
export function readToken(message: WireMessage | null): string {
  return readText(message, 'body', 'token')
}

/** Shorter than any RSA block: the caller forgot to encrypt it, and it contains the number and the appKey. */
const UNENCRYPTED_PHONE_NUM = /^.{11,127}$/s
const NUMBER = /1[3-9]\d{9}/

/** Shorter secrets are not masked: a token of three letters would match inside ordinary words. */
const MIN_SECRET_LENGTH = 8

/**
 * Finds the texts of the message that a trace must not show anywhere.
 *
 * @param appKey of the app that the message names; `''` if there is no such app
 */
export function findSecrets(message: WireMessage | null, appKey: string): readonly Secret[] {
  const [phoneNum = ''] = UNENCRYPTED_PHONE_NUM.exec(readText(message, 'body', 'phoneNum')) ?? []
  const [number = ''] = NUMBER.exec(phoneNum) ?? []
  return [
    ...[readToken(message), appKey].filter((text) => text.length >= MIN_SECRET_LENGTH).map(toSecret),
    ...(phoneNum.length > number.length ? [toSecret(phoneNum)] : []),
    ...(number ? [{ text: number, mask: maskMsisdn(number) }] : []),
  ]
}

function toSecret(text: string): Secret {
  return { text, mask: maskToken(text) }
}

export function toShownFields(message: WireMessage | null, secrets: readonly Secret[]): readonly Part[] {
  const parts = Object.entries(message ?? {}).flatMap(([part, fields]) =>
    isObject(fields)
      ? Object.entries(fields).map(([name, value]) => ({ name: part === 'flat' ? name : `${part}.${name}`, value }))
      : [{ name: part, value: fields }],
  )
  let left = MAX_TOTAL_LENGTH
  return parts.slice(0, MAX_FIELDS).map(({ name, value }) => {
    const part = {
      name: maskText(name, secrets, MAX_NAME_LENGTH),
      value: maskText(toText(value), secrets).slice(0, left),
    }
    left -= part.value.length
    return part
  })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '…' // JSON.stringify overflows on deep nesting that JSON.parse accepts
  }
}
