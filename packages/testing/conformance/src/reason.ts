// What went wrong, as a line that may be shown to anybody.
import { maskMsisdn } from '@local-number/protocol'
import { Unmet } from './scenario'
import { Unusable } from './unusable'

const LIMIT = 500
const NUMBER = /(?<!\d)1[3-9]\d{9}(?!\d)/g
/** Tokens, keys, signatures and ciphertexts. Ids are as long and go with them. */
const LONG_TEXT = /[A-Za-z0-9+/=%-]{24,}/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: neither XML nor a terminal should get them
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g

/** The message of our own errors; of others the name and code only, since they may quote what came over the wire. */
export function reasonOf(error: unknown): string {
  if (error instanceof Unusable) return withoutSecrets(error.message, error.paths)
  if (error instanceof Unmet) return withoutSecrets(error.message)
  if (!(error instanceof Error)) return 'something was thrown that is no error'
  const code = [error, error.cause].map(codeOf).find(Boolean)
  return withoutSecrets(`no usable answer: ${[error.name, code].filter(Boolean).join(' ')}`)
}

/** A last net under messages that hold none anyway: numbers masked, long texts cut out but for paths, one line. */
export function withoutSecrets(text: string, paths: readonly string[] = []): string {
  return masked(text, paths.filter(Boolean)).replace(UNPRINTABLE, ' ').slice(0, LIMIT)
}

function masked(text: string, [path, ...others]: readonly string[]): string {
  if (path === undefined) {
    return text.replace(NUMBER, maskMsisdn).replace(LONG_TEXT, (found) => `…(${found.length} characters)`)
  }
  return text
    .split(path)
    .map((between) => masked(between, others))
    .join(path)
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
