// What any request may be answered with.
import { PATHS } from '@local-number/protocol'
import { type RawRequest, toRequestBytes } from './requests'
import type { Wire, WireAnswer } from './wire'

/**
 * Sends a request and expects an answer without a failure of the server. The only 5xx is a failed number retrieval
 * [S appendix 500], with the id of its trace.
 */
export async function expectAnswered(wire: Wire, request: RawRequest): Promise<void> {
  const { method } = request
  if (request.framing === 'stops' && request.body) {
    // A client that stops in the middle of a body may get any answer, or none.
    await wire.send(toRequestBytes(request), { method, afterwards: request.body.length % 2 ? 'end' : 'leave' })
    return
  }
  const answer = await wire.send(toRequestBytes(request), { method })
  if (answer === null) throw new Error('the connection ended without an answer')
  if (answer.status >= 500) expectImageFailure(request, answer)
}

function expectImageFailure({ method, target }: RawRequest, { status, headers, body }: WireAnswer): void {
  expect([status, method === 'GET' || method === 'HEAD', target.split('?')[0]]).toEqual([500, true, PATHS.getMobile])
  expect(headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/)
  if (method === 'HEAD') return
  const answer = JSON.parse(body.toString('utf8'))
  expect(answer.header.resultCode).toBe('500')
  expect(answer.body.innerCode).toMatch(/^\d{6}$/)
}
