// Describes answers in messages.
import { type HttpAnswer, parseJsonObject } from '../http'

/** Excludes text that could contain a secret. */
const CODE = /^[\w.-]{1,40}$/

/** Returns the server's code of a refusal or an outcome, e.g. `consentRequired`; `''` without one. */
export function readCode(answer: HttpAnswer): string {
  const code = parseJsonObject(answer)?.code
  return typeof code === 'string' && CODE.test(code) ? code : ''
}

/** Returns e.g. `HTTP 403 consentRequired`, or `HTTP 502 text/html`. */
export function describeAnswer(answer: HttpAnswer): string {
  return `HTTP ${answer.status} ${readCode(answer) || answer.type || 'without a content type'}`
}
