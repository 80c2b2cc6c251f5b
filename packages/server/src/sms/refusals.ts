// Why a message is not sent, as the errors that say so.
import { ServerError } from '../errors'
import type { Log } from '../log/log'
import type { MessageRoom, PutMessage } from '../stores/codes'
import type { SendLimit } from './send-limits'

type Reason = 'resendMs' | 'sendsPerNumber' | 'sendsPerSession' | 'sendsPerAddress' | 'guessesPerNumber'

export function createWait(reason: Reason, waitMs: number): ServerError {
  return new ServerError('rateLimited', { facts: { retryAfterMs: Math.ceil(waitMs), reason } })
}

/** The refusal of a number that gets no message now, whatever captcha is solved; `null` if it does. */
export function judgeRoom({ gapWaitMs, guessWaitMs, messages, dayWaitMs }: MessageRoom, most: number) {
  if (gapWaitMs > 0) return createWait('resendMs', gapWaitMs)
  if (guessWaitMs > 0) return createWait('guessesPerNumber', guessWaitMs)
  return messages >= most ? createWait('sendsPerNumber', dayWaitMs) : null
}

/** The refusal of a limit that no captcha lifts; `null` for one that it does. */
export function judgeLimit({ name, lifts, resetMs }: SendLimit, { traceId, log }: { traceId: string; log: Log }) {
  if (lifts.includes('captcha')) return null
  if (name === 'addressShare') return createWait('sendsPerAddress', resetMs)
  log.error({ traceId, code: 'smsCapReached', limit: name }, 'no message is sent: a cap on messages is reached')
  return new ServerError('messageUnavailable', { facts: { retryAfterMs: resetMs } })
}

/** The wait of a limit that a captcha lifts; `null` for one that it does not. */
function judgeFreeLimit(exceeded: SendLimit | null): ServerError | null {
  if (!exceeded?.lifts.includes('captcha')) return null
  return createWait(exceeded.name === 'sendsPerSession' ? exceeded.name : 'sendsPerAddress', exceeded.resetMs)
}

/**
 * What is over where a captcha would help; `null` if nothing is. It comes before {@link judgeRoom}, and the captcha
 * with it: who has no message left would otherwise see, without sending one, when others ask for a message.
 */
export function findFreeWait(exceeded: SendLimit | null, room: MessageRoom, mostFreely: number): ServerError | null {
  const wait = judgeFreeLimit(exceeded)
  return wait ?? (room.messages >= mostFreely ? createWait('sendsPerNumber', room.dayWaitMs) : null)
}

/** For a page that can show a captcha; the others learn how long to wait instead. */
export function requireProof({ facts: { retryAfterMs } }: ServerError): ServerError {
  return new ServerError('captchaRequired', { facts: { retryAfterMs } })
}

export interface LateRefusal {
  readonly exceeded: SendLimit | null
  readonly put: PutMessage
  readonly most: number
  readonly hasCaptcha: boolean
  readonly traceId: string
  readonly log: Log
}

/** Other requests were faster, so that what looked free is not. */
export function refuseLate({ exceeded, put, most, hasCaptcha, ...rest }: LateRefusal): ServerError {
  const refusal = exceeded && judgeLimit(exceeded, rest)
  if (refusal) return refusal
  const freeWait = judgeFreeLimit(exceeded)
  const roomWait = freeWait || put.isPut ? null : judgeRoom(put, most)
  if (roomWait) return roomWait
  const wait = freeWait ?? createWait('sendsPerNumber', put.dayWaitMs)
  return hasCaptcha ? requireProof(wait) : wait
}
