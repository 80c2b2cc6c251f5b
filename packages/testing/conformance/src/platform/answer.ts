// The platform's answers, whichever call they answer.
import { type HttpAnswer, isObject, parseJsonObject } from '../http'
import type { Fields } from './alteration'

export interface Answer {
  /** The specific code: the inner one if the image failed, `000000` for an image, `0` without an answer. */
  readonly code: string
  /** The code in the header; in the HTTPS edition, that in the body. */
  readonly outerCode: string
  readonly status: number
  readonly headers: HttpAnswer['headers']
  readonly type: string
  readonly header: Readonly<Record<string, unknown>>
  readonly token: string
  /** Whose subscriber the gateway saw, in the HTTPS edition. */
  readonly msisdnOwner: string
  readonly body: Buffer
}

const NO_ANSWER = { status: 0, type: '', headers: {}, header: {}, token: '', msisdnOwner: '', body: Buffer.alloc(0) }

/** @param codeIn the part of the answer that holds `resultCode` */
export function toAnswer(answer: HttpAnswer | null, codeIn: 'header' | 'body'): Answer {
  if (!answer) return { ...NO_ANSWER, code: '0', outerCode: '0' }
  const { status, type, headers, body } = answer
  const facts = { status, type, headers, body }
  if (type.startsWith('image/')) return { ...NO_ANSWER, code: '000000', outerCode: '000000', ...facts }
  return { ...parseMessage(parseJsonObject(answer), codeIn), ...facts }
}

/** Codes and tokens must be text: `0` is not `000`. */
function parseMessage(message: Fields | null, codeIn: 'header' | 'body') {
  const header = isObject(message?.header) ? message.header : {}
  const body = isObject(message?.body) ? message.body : {}
  const outerCode = toText(codeIn === 'header' ? header.resultCode : body.resultCode)
  const [token, msisdnOwner] = [toText(body.token), toText(body.msisdnOwner)]
  return { code: toText(body.innerCode) || outerCode, outerCode, header, token, msisdnOwner }
}

const toText = (value: unknown) => (typeof value === 'string' ? value : '')
