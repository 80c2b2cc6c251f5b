// Trace ids: one per login, on every answer and every log line.
import { randomBytes } from 'node:crypto'
import { TRACE_ID } from '@local-number/protocol'
import { redactText } from './redaction'

/** Secure random bytes. Injected where a test needs to know them. */
export type RandomBytes = (size: number) => Uint8Array

/** A new trace id that no log filter can take for a phone number: 11 digits in a row do occur in random hex. */
export function newTraceId(random: RandomBytes = randomBytes): string {
  const id = Buffer.from(random(16)).toString('hex')
  return isTraceId(id) ? id : newTraceId(random)
}

/** The client's trace id if it is one, otherwise a new one. A phone number dressed up as hex is none. */
export function traceIdOf(header: string, random?: RandomBytes): string {
  return isTraceId(header) ? header : newTraceId(random)
}

function isTraceId(text: string): boolean {
  return TRACE_ID.test(text) && redactText(text) === text
}
