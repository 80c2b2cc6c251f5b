// What a log may hold: no full phone number, no token, no signature, no key, no ticket.
import { types } from 'node:util'
import { maskMsisdnsIn } from '@local-number/protocol/masking'

const REMOVED = '[removed]'
const MAX_DEPTH = 8

/** Fields whose value never reaches a log. Compared in lower case. */
const SECRET_FIELDS: ReadonlySet<string> = new Set(
  [
    ['token', 'sign', 'signature', 'phoneNum', 'ticket', 'attemptId', 'session', 'binding', 'userInformation'],
    ['captcha', 'device'],
    ['privateKey', 'customerPrivateKey', 'otherCustomerPrivateKeys', 'ticketPrivateKey'],
    ['appKey', 'secret', 'hashSecret', 'appSecret', 'secretKey', 'accessKeySecret', 'access_token'],
    ['authorization', 'cookie', 'set-cookie', 'body', 'rawBody'],
  ]
    .flat()
    .map((name) => name.toLowerCase()),
)

/**
 * Signatures, ciphertexts and keys: base64 or hex of at least 90 bytes. Paths in stack traces are shorter runs. Only at
 * the beginning of a run: a shorter one would otherwise be read again from each of its characters.
 */
const LONG_BASE64 = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{120,}={0,2}/g
/**
 * Bounded, and only at the beginning of a word: a long text of repeated `eyJ` would otherwise be scanned from every
 * third character.
 */
const JWT = /(?<![\w-])eyJ[\w-]{1,512}\.eyJ[\w-]{1,4096}\.[\w-]+/g

/** Characters of a mobile number without anything between them. A shorter text holds nothing to hide. */
const SHORTEST = 11

/** Masks every mobile number in a text and removes everything that looks like a ticket, signature or key. */
export function redactText(text: string): string {
  if (text.length < SHORTEST) return text
  return maskMsisdnsIn(text.replace(JWT, REMOVED).replace(LONG_BASE64, REMOVED))
}

/** Copies any value for a log: secret fields removed, texts redacted, errors described. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'number' || typeof value === 'bigint') return redactNumber(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === MAX_DEPTH || ArrayBuffer.isView(value)) return REMOVED
  if (value instanceof Error || types.isNativeError(value)) return describeError(value, depth)
  if (value instanceof Date) return value
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => redactField(name, item, depth)))
}

function redactField(name: string, value: unknown, depth: number): [string, unknown] {
  return [redactText(name), SECRET_FIELDS.has(name.toLowerCase()) ? REMOVED : redact(value, depth + 1)]
}

function redactNumber(value: number | bigint): unknown {
  const text = redactText(String(value))
  return text === String(value) ? value : text
}

/** Keeps name, code, message, stack and causes. Other fields may hold a body, as those of parsers' errors do. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { name, code, message, stack, cause } = error as Error & { code?: unknown }
  const known = { name, code, message, stack }
  const described = Object.fromEntries(Object.entries(known).filter(([, item]) => typeof item === 'string'))
  const nested = cause === undefined ? {} : { cause: redact(cause, depth + 1) }
  return { ...(redact(described, depth + 1) as Record<string, unknown>), ...nested }
}
