// Trace ids: one per login, on every answer and every log line.
import { randomBytes } from 'node:crypto'
import { TRACE_ID } from '@local-number/protocol'
import { redactText } from './redaction'

/** Secure random bytes; tests inject known ones. */
export type RandomBytes = (size: number) => Uint8Array

/**
 * Creates a trace id without anything like a phone number, which the redaction would mask: random hex may have 11
 * digits.
 */
export function createTraceId(random: RandomBytes = randomBytes): string {
  const id = Buffer.from(random(16)).toString('hex')
  return isTraceId(id) ? id : createTraceId(random)
}

/** Returns the client's trace id if it is one that can be logged, otherwise a new one. */
export function acceptTraceId(header: string, random?: RandomBytes): string {
  return isTraceId(header) ? header : createTraceId(random)
}

function isTraceId(text: string): boolean {
  return TRACE_ID.test(text) && redactText(text) === text
}
