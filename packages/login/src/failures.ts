// From anything that a step threw to a reason and a code.
import { SdkError } from '@local-number/jssdk'
import { type BusinessErrorCode, ProtocolError } from '@local-number/protocol'
import { toRecord } from './answers'
import type { EventOf } from './events'
import { type GATEWAY_ERROR, LoginApiError, type LoginPorts } from './ports'
import type { FallbackReason } from './reasons'
import { createWait } from './wait'

/** The steps that the effects of the states consist of. */
export type Step = 'authorize' | 'network' | 'image' | 'sign' | 'token' | 'verify'

/** Wraps what a step threw, since the reason depends on the step. */
export class StepError extends Error {
  override readonly name = 'StepError'

  constructor(
    readonly step: Step,
    readonly thrown: unknown,
  ) {
    super(`the step ${step} failed`)
  }
}

/** The reason for an error that has no code, by step. */
const REASONS_WITHOUT_CODE: Readonly<Record<Step, FallbackReason>> = {
  authorize: 'privacyDenied',
  network: 'networkRefused',
  image: 'numberRetrievalFailed',
  sign: 'serverUnreachable',
  token: 'carrierUnreachable',
  verify: 'serverUnreachable',
}

/**
 * The code reported for an error that has none, by step. All failures of number retrieval reach the page as 500
 * [S appendix].
 */
const DEFAULT_CODES: Readonly<Partial<Record<Step, (thrown: unknown) => string | null>>> = {
  authorize: readErrno,
  image: () => '500',
}

/** What a refusal of the business server means in each step. */
const REFUSED_REASONS: Readonly<Partial<Record<Step, FallbackReason>>> = {
  sign: 'signingRefused',
  verify: 'verificationUnavailable',
}

/** What the codes mean that say more than that the business server refused. */
const SERVER_REASONS = {
  attemptsExhausted: 'attemptsExhausted',
  carrierDown: 'verificationUnavailable',
  gatewayError: 'serverUnreachable',
  loginRefused: 'loginRefused',
  originNotAllowed: 'misconfigured',
  preSignOutsideWindow: 'clockWrong',
  rateLimited: 'rateLimited',
} as const satisfies Partial<Record<BusinessErrorCode | typeof GATEWAY_ERROR, FallbackReason>>

/** The other codes, as types alone, which cost an app no bytes. */
type PlainRefusal =
  | 'attemptSpent'
  | 'bodyTooLarge'
  | 'callerUnknown'
  | 'captchaRefused'
  | 'captchaRequired'
  | 'consentRequired'
  | 'contentTypeNotJson'
  | 'contentEncodingUnsupported'
  | 'countryUnsupported'
  | 'headersTooLarge'
  | 'httpMalformed'
  | 'internal'
  | 'jsonMalformed'
  | 'messageUnavailable'
  | 'methodNotAllowed'
  | 'notFound'
  | 'overloaded'
  | 'phoneMalformed'
  | 'preSignMalformed'
  | 'preSignReplayed'
  | 'requestMalformed'
  | 'requestTimeout'
  | 'storeRestored'

type Forgotten = Exclude<BusinessErrorCode, PlainRefusal | keyof typeof SERVER_REASONS>

/** A code that is in neither list does not compile here (decision 0019). An app's own server may have any codes. */
const REASONS_BY_CODE: ReadonlyMap<string, FallbackReason> & Record<Forgotten, never> = new Map(
  Object.entries(SERVER_REASONS),
)

/** The event of a failed effect. Never throws, and its result holds nothing of the error's text. */
export function toFailure(error: unknown, { now }: Pick<LoginPorts, 'now'>): EventOf<'failed'> {
  if (!(error instanceof StepError)) return toSetupFailure(error)
  const { step, thrown } = error
  if (thrown instanceof ProtocolError) return toSetupFailure(thrown)
  if (thrown instanceof SdkError) return toSdkFailure(step, thrown)
  if (thrown instanceof LoginApiError) return toServerFailure(step, thrown, now())
  return { type: 'failed', reason: REASONS_WITHOUT_CODE[step], code: DEFAULT_CODES[step]?.(thrown) ?? null }
}

function toServerFailure(step: Step, refusal: LoginApiError, now: number): EventOf<'failed'> {
  const { code, traceId, reason: appReason, retryAfterMs } = refusal
  const reason = REASONS_BY_CODE.get(code) ?? REFUSED_REASONS[step] ?? REASONS_WITHOUT_CODE[step]
  return {
    type: 'failed',
    reason,
    code: (reason === 'loginRefused' && appReason) || code,
    traceId,
    wait: createWait(retryAfterMs, now),
  }
}

function toSdkFailure(step: Step, { code, returnCode }: SdkError): EventOf<'failed'> {
  if (code === 'timeout') return { type: 'failed', reason: 'timeout', code: step }
  if (code === 'tokenRefused') return { type: 'failed', reason: 'tokenRefused', code: returnCode }
  return { type: 'failed', reason: REASONS_WITHOUT_CODE[step], code: returnCode }
}

/** The options do not fit the wire, or the carrier's script cannot serve this attempt. */
function toSetupFailure(error: unknown): EventOf<'failed'> {
  const code = error instanceof SdkError || error instanceof ProtocolError ? error.code : null
  // Another attempt uses the script for a few seconds: a retry can help.
  return { type: 'failed', reason: code === 'scriptBusy' ? 'numberRetrievalFailed' : 'misconfigured', code }
}

/** WeChat's number for a refusal, e.g. 104. */
function readErrno(thrown: unknown): string | null {
  const { errno } = toRecord(thrown)
  return typeof errno === 'number' ? String(errno) : null
}
