// From whatever a step threw to a reason and a code.
import { SdkError } from '@local-number/jssdk'
import { ProtocolError } from '@local-number/protocol'
import { fieldsOf } from './answers'
import type { EventOf } from './events'
import { LoginApiError } from './ports'
import type { FallbackReason } from './reasons'

/** What the work of the states consists of. */
export type Step = 'authorize' | 'network' | 'image' | 'sign' | 'token' | 'verify'

/** Wraps what a step threw, so that the reason can be told from where it happened. */
export class StepError extends Error {
  override readonly name = 'StepError'

  constructor(
    readonly step: Step,
    readonly thrown: unknown,
  ) {
    super(`the step ${step} failed`)
  }
}

/** What an error without a code of its own means in each step. */
const PLAIN_FAILURE: Readonly<Record<Step, FallbackReason>> = {
  authorize: 'privacyDenied',
  network: 'networkRefused',
  image: 'numberTakingFailed',
  sign: 'serverUnreachable',
  token: 'carrierUnreachable',
  verify: 'serverUnreachable',
}

/** And its code. All failures of number taking reach the page as 500 [S appendix]. */
const PLAIN_CODE: Readonly<Partial<Record<Step, (thrown: unknown) => string | null>>> = {
  authorize: errnoOf,
  image: () => '500',
}

/** Error codes of our own server that have a reason of their own. */
const SERVER_REASONS: ReadonlyMap<string, FallbackReason> = new Map([['attemptsExhausted', 'attemptsExhausted']])

const SERVER_REFUSED: Readonly<Partial<Record<Step, FallbackReason>>> = {
  sign: 'signingRefused',
  verify: 'verificationUnavailable',
}

export function failureOf(error: unknown): EventOf<'failed'> {
  if (!(error instanceof StepError)) return notBegun(error)
  const { step, thrown } = error
  if (thrown instanceof SdkError) return sdkFailure(step, thrown)
  if (thrown instanceof LoginApiError) {
    const reason = SERVER_REASONS.get(thrown.code) ?? SERVER_REFUSED[step] ?? PLAIN_FAILURE[step]
    return { type: 'failed', reason, code: thrown.code, traceId: thrown.traceId }
  }
  return { type: 'failed', reason: PLAIN_FAILURE[step], code: PLAIN_CODE[step]?.(thrown) ?? null }
}

/** WeChat's number for what it refuses, e.g. 104. */
function errnoOf(thrown: unknown): string | null {
  const { errno } = fieldsOf(thrown)
  return typeof errno === 'number' ? String(errno) : null
}

function sdkFailure(step: Step, { code, returnCode }: SdkError): EventOf<'failed'> {
  if (code === 'timeout') return { type: 'failed', reason: 'timeout', code: step }
  if (code === 'tokenRefused') return { type: 'failed', reason: 'tokenRefused', code: returnCode }
  return { type: 'failed', reason: PLAIN_FAILURE[step], code: returnCode }
}

/** Thrown outside the steps: the options do not fit the wire, or the carrier's script cannot serve this attempt. */
function notBegun(error: unknown): EventOf<'failed'> {
  const code = error instanceof SdkError || error instanceof ProtocolError ? error.code : null
  // Another attempt holds the script for seconds: a retry can help.
  return { type: 'failed', reason: code === 'scriptBusy' ? 'numberTakingFailed' : 'misconfigured', code }
}
