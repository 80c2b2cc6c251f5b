// Turns an error into one line without secrets.
import { BUSINESS_PATHS, PATHS } from '@local-number/protocol'
import { maskMsisdnsIn } from '@local-number/protocol/masking'
import { Unmet } from './scenario'
import { Unusable } from './unusable'

const MAX_LENGTH = 500
/** Long texts that are not secret. */
const PUBLIC_TEXTS = [...Object.values(PATHS), ...Object.values(BUSINESS_PATHS)]
/** Tokens, keys, signatures and ciphertexts. Ids are as long, and are removed as well. */
const LONG_TEXT = /[A-Za-z0-9+/=%-]{24,}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML and terminals must not receive them
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g

/** Returns the message of our own errors. Other errors may quote an answer, so only their name and code are used. */
export function toReason(error: unknown): string {
  if (error instanceof Unusable) return removeSecrets(error.message, error.paths)
  if (error instanceof Unmet) return removeSecrets(error.message)
  if (!(error instanceof Error)) return 'a value that is not an error was thrown'
  const code = [error, error.cause].map(findErrorCode).find(Boolean)
  return removeSecrets(`no usable answer: ${[error.name, code].filter(Boolean).join(' ')}`)
}

/**
 * Masks phone numbers and removes long texts. Messages should contain no secrets; this makes sure.
 *
 * @param exceptions long texts to keep, besides the paths of the protocol
 */
export function removeSecrets(text: string, exceptions: readonly string[] = []): string {
  return maskText(text, [...exceptions.filter(Boolean), ...PUBLIC_TEXTS])
    .replace(UNPRINTABLE, ' ')
    .slice(0, MAX_LENGTH)
}

function maskText(text: string, [exception, ...others]: readonly string[]): string {
  if (exception === undefined) {
    return maskMsisdnsIn(text).replace(LONG_TEXT, (found) => `…(${found.length} characters)`)
  }
  return text
    .split(exception)
    .map((between) => maskText(between, others))
    .join(exception)
}

function findErrorCode(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
