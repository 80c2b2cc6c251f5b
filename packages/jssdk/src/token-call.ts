// The call that answers the token, in either edition: sends it within its limits, and judges the answer.
import type { MsisdnOwner } from '@local-number/protocol'
import { type CallLimits, runWithLimits } from './cancellation'
import { INTERFACE_FAILED, INVALID_PARAMETERS, RETURN_CODE, SdkError, TokenRefused } from './errors'
import type { PostAnswer, PostRequest, Transport } from './transport'

/** Milliseconds for the token request, as in the carrier's SDK [G]. */
export const DEFAULT_TOKEN_TIMEOUT_MS = 3000

/** What differs between the editions' calls. */
export interface CallFacts {
  /** For errors, as the protocol names the call: the image edition's getMobile is its image, which answers no token. */
  readonly name: 'getToken' | 'httpsGetMobile'
  /** The part of the answer that holds `resultCode`. */
  readonly codeIn: 'header' | 'body'
  /** Only a text counts as a yes: a number is not the documents' form. */
  readonly successCodes: readonly unknown[]
}

/** @throws SdkError `invalidParameters` without a sign, which is required [S 2.5.1] */
export function checkSign(sign: string): void {
  if (typeof sign !== 'string' || sign === '') {
    throw new SdkError(
      'invalidParameters',
      'sign must be the text that the business server answered',
      INVALID_PARAMETERS,
    )
  }
}

interface TokenRequest {
  readonly call: CallFacts
  readonly request: Omit<PostRequest, 'signal'>
}

/**
 * @returns the token
 * @throws SdkError `aborted`, `timeout`, `requestFailed`, `tokenRefused`
 */
export async function sendTokenRequest(
  platform: { readonly post: Transport },
  { call, request }: TokenRequest,
  { signal, timeoutMs = DEFAULT_TOKEN_TIMEOUT_MS }: CallLimits = {},
): Promise<string> {
  const send = async (until: AbortSignal) => {
    try {
      return await platform.post({ ...request, signal: until })
    } catch {
      throw new SdkError('requestFailed', `${call.name} could not be reached`)
    }
  }
  return judgeAnswer(await runWithLimits(send, { signal, timeoutMs }), call)
}

/**
 * @returns the token
 * @throws SdkError `tokenRefused` with the platform's code, `requestFailed` for an answer that is not the platform's.
 *   A success without a token is a failure [S FAQ 1].
 */
function judgeAnswer({ status, body }: PostAnswer, { name, codeIn, successCodes }: CallFacts): string {
  if (status !== 200) throw new SdkError('requestFailed', `${name} answered HTTP ${status}`, INTERFACE_FAILED)
  const code = readField(body, codeIn, 'resultCode')
  const resultCode = readCode(code)
  if (resultCode === null) {
    throw new SdkError('requestFailed', `${name} answered without a resultCode`, INTERFACE_FAILED)
  }
  const token = readField(body, 'body', 'token')
  if (!successCodes.includes(code) || typeof token !== 'string' || token === '') {
    const resultDesc = readField(body, 'body', 'resultDesc')
    throw new TokenRefused(`${name} gave no token, code ${resultCode}`, resultCode, {
      resultDesc: typeof resultDesc === 'string' ? resultDesc : '',
      msisdnOwner: toMsisdnOwner(readField(body, 'body', 'msisdnOwner')),
    })
  }
  return token
}

/** A text, or a number of six digits, which has lost no leading zero. */
function readCode(code: unknown): string | null {
  if (typeof code === 'number') return /^\d{6}$/.test(String(code)) ? String(code) : null
  return typeof code === 'string' && RETURN_CODE.test(code) ? code : null
}

const OWNERS: readonly unknown[] = ['CM', 'CU', 'CT'] satisfies MsisdnOwner[]

/** Reads whose subscriber the gateway saw; `null` for anything but an operator's name. */
export function toMsisdnOwner(given: unknown): MsisdnOwner | null {
  return OWNERS.includes(given) ? (given as MsisdnOwner) : null
}

function readField(value: unknown, section: string, field: string): unknown {
  const inner = isRecord(value) ? value[section] : null
  return isRecord(inner) ? inner[field] : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
