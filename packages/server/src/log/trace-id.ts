// Trace ids: one per login, on every answer and every log line.
import { randomBytes } from 'node:crypto'
import { TRACE_ID } from '@local-number/protocol'

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
export function createLogId(random: RandomBytes = randomBytes): string {
  const id = Buffer.from(random(16)).toString('hex')
  return isTraceId(id) ? id : createLogId(random)
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
