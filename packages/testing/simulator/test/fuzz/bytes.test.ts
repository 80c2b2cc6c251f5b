// Fuzzing with raw bytes: other protocols, and damaged HTTP requests.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { obtainToken, verify } from '../support/phone'
import { createBytes } from './support/bytes'
import { createRunOptions, TIME_LIMIT } from './support/run-options'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
})

afterAll(() => simulator.stop())

const TARGETS = [PATHS.getMobile, PATHS.getToken, PATHS.verify, '/_sim/state', '/_sim/events', '/_sim/apps', '/']

const bytes = createBytes(TARGETS, Buffer.from('{"header":{},"body":{}}'))

test(
  'after any bytes the connection ends in time, and the server does not fail',
  async () => {
    const port = fc.constantFrom<'origin' | 'testLineOrigin' | 'adminOrigin'>('origin', 'testLineOrigin', 'adminOrigin')
    const property = fc.asyncProperty(port, bytes, fc.constantFrom('end', 'leave'), async (port, bytes, afterwards) => {
      const answer = await new Wire(simulator[port]).send(bytes, { afterwards })
      // The only 5xx is a failed image, which has a trace.
      if (answer && answer.status >= 500)
        expect([answer.status, answer.headers['x-trace-id']]).toEqual([500, expect.any(String)])
    })
    await fc.assert(property, createRunOptions(0.1))
    expect(failures).toEqual([])
    expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
  },
  TIME_LIMIT,
)
