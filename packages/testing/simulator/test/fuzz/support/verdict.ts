// What may come back for any input at all.
import { PATHS } from '@local-number/protocol'
import { bytesOf, type Shot } from './requests'
import type { Wire, WireAnswer } from './wire'

/**
 * Sends a request and sees that it is answered, and with no failure of the server. The one 5xx there is says that no number
 * was taken [S appendix 500], and it names its trace.
 */
export async function expectAnswered(wire: Wire, shot: Shot): Promise<void> {
  const { method } = shot
  if (shot.framing === 'stops' && shot.body) {
    // Whoever stops in the middle of a body gets any answer, or none.
    await wire.send(bytesOf(shot), { method, afterwards: shot.body.length % 2 ? 'end' : 'leave' })
    return
  }
  const answer = await wire.send(bytesOf(shot), { method })
  if (answer === null) throw new Error('the connection ended without an answer')
  if (answer.status >= 500) expectImageFailure(shot, answer)
}

function expectImageFailure({ method, target }: Shot, { status, headers, body }: WireAnswer): void {
  expect([status, method === 'GET' || method === 'HEAD', target.split('?')[0]]).toEqual([500, true, PATHS.getMobile])
  expect(headers['x-trace-id']).toMatch(/^[0-9a-f]{32}$/)
  if (method === 'HEAD') return
  const answer = JSON.parse(body.toString('utf8'))
  expect(answer.header.resultCode).toBe('500')
  expect(answer.body.innerCode).toMatch(/^\d{6}$/)
}
