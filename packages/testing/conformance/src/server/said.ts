// What an answer says of itself, for a message that tells what to look at.
import { type HttpAnswer, objectIn } from '../http'

/** A stable code, and no text that could hold anything else. */
const CODE = /^[\w.-]{1,40}$/

/** The server's own code in a refusal or an outcome, e.g. `consentRequired`; `''` without one. */
export function codeIn(answer: HttpAnswer): string {
  const code = objectIn(answer)?.code
  return typeof code === 'string' && CODE.test(code) ? code : ''
}

/** E.g. `HTTP 403 consentRequired`, or `HTTP 502 text/html`. */
export function said(answer: HttpAnswer): string {
  return `HTTP ${answer.status} ${codeIn(answer) || answer.type || 'without a type'}`
}
