// What the service may answer to anything: a success, or a refusal in the API's shape that is not the server's fault.
import { BUSINESS_ERRORS, isBusinessErrorCode, TRACE_HEADER } from '@local-number/protocol'
import { type RawRequest, toRequestBytes } from '../../../../../packages/testing/simulator/test/fuzz/support/requests'
import type { Wire, WireAnswer } from '../../../../../packages/testing/simulator/test/fuzz/support/wire'

/** Sends a request and expects a sound answer; a client that stops within its body may get none. */
export async function expectAnswered(wire: Wire, request: RawRequest): Promise<void> {
  const { method, body } = request
  const stops = request.framing === 'stops' && body !== null
  const afterwards = stops ? (body.length % 2 ? 'end' : 'leave') : 'wait'
  const answer = await wire.send(toRequestBytes(request), { method, afterwards })
  if (answer !== null) expectSound(answer, method, request.target.toLowerCase().includes('/sms/'))
  // There is no proxy here, so Node ends the connection.
  else if (!stops && method !== 'CONNECT') throw new Error('the connection ended without an answer')
}

/**
 * The limits are far away, so that 429 is none, but for messages. A store that a busy machine keeps waiting may be
 * `overloaded`, and a number without a sender has no messages.
 *
 * @param isSms whether the request may be one for a message
 */
export function expectSound({ status, headers, body }: WireAnswer, method = 'GET', isSms = false): void {
  if (status < 300) return
  if (!isSms) expect(status).not.toBe(429)
  if (method === 'HEAD') return
  const { code, message, traceId } = JSON.parse(body.toString('utf8'))
  expect(status < 500 || code === 'overloaded' || (isSms && code === 'messageUnavailable')).toBe(true)
  if (!isBusinessErrorCode(code)) throw new Error(`${status} without a code of the API`)
  expect(BUSINESS_ERRORS[code]).toBe(status)
  expect(message).toEqual(expect.any(String))
  expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(headers[TRACE_HEADER]).toBe(traceId)
}
