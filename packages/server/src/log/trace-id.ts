// Trace ids: one per login, on every answer and every log line.
import { TRACE_ID } from '@local-number/protocol'
import { randomBytes } from '../random-bytes'

/** Secure random bytes; tests inject known ones. */
export type RandomBytes = (size: number) => Uint8Array

/** Creates a trace id. */
export function createTraceId(random: RandomBytes = randomBytes): string {
  return createLogId(random)
}

/**
 * 32 random hex digits without anything like a phone number, which the redaction would mask: random hex may have 11
 * digits. For every id that the log names.
 */
function createLogId(random: RandomBytes, reference = ''): string {
  const id = reference + Buffer.from(random(16)).toString('hex').slice(reference.length)
  return isTraceId(id) ? id : createLogId(random, reference)
}

/** How many characters of a trace id a failure screen shows, for the user to tell to support. */
const REFERENCE_LENGTH = 8

/** The beginning of the carrier's ids of this login, by which its log or the simulator's console find it. */
export function toReference(traceId: string): string {
  return traceId.slice(0, REFERENCE_LENGTH)
}

/** A msgId of ours: the login's reference and 96 random bits. */
export function createMsgId(traceId: string, random: RandomBytes = randomBytes): string {
  return createLogId(random, toReference(traceId))
}

/** Returns the client's trace id if it is one that can be logged, otherwise a new one: one without a number. */
export function acceptTraceId(header: string, random?: RandomBytes): string {
  return isTraceId(header) ? header : createTraceId(random)
}

/** Anywhere: the redaction leaves a number alone that has further digits around it, and a page may pad one with zeros. */
const NUMBER_WITHIN = /1[3-9]\d{9}/

function isTraceId(text: string): boolean {
  return TRACE_ID.test(text) && !NUMBER_WITHIN.test(text)
}
