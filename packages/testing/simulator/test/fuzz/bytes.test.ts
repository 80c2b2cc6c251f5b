// Raw bytes on the sockets: no HTTP at all, or a request that was damaged on its way.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { obtainToken, verify } from '../support/phone'
import { inputs, TIME_LIMIT } from './support/inputs'
import { bytesOf } from './support/requests'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
})

afterAll(() => simulator.stop())

const BODY = Buffer.from('{"header":{},"body":{}}')

const whole = fc
  .constantFrom(PATHS.getMobile, PATHS.getToken, PATHS.verify, '/_sim/state', '/_sim/events', '/_sim/apps', '/')
  .chain((target) =>
    fc.record({
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'CONNECT'),
      target: fc.constant(target),
      headers: fc.constant([['content-type', 'application/json']] as const),
      body: fc.option(fc.constant(BODY)),
      framing: fc.constantFrom('length', 'chunked', 'stops'),
    }),
  )
  .map((shot) => bytesOf(shot as Parameters<typeof bytesOf>[0]))

interface Damage {
  readonly at: number
  readonly remove: number
  readonly insert: Uint8Array
}

const decideInsertion = fc.oneof(
  fc.uint8Array({ maxLength: 8 }),
  fc
    .constantFrom(
      '\r\n',
      '\n',
      '\r\n\r\n',
      '\0',
      ' ',
      'content-length: 9\r\n',
      'transfer-encoding: chunked\r\n',
      'ffffffff\r\n',
    )
    .map((text) => Buffer.from(text)),
)

const damage = fc.record({ at: fc.nat(), remove: fc.nat({ max: 20 }), insert: decideInsertion })

function damaged(bytes: Buffer, { at, remove, insert }: Damage): Buffer {
  const place = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)])
}

const noHttp = fc.constantFrom(
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET /\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'SSH-2.0-x\r\n',
  '\r\n'.repeat(5000),
  `GET / HTTP/1.1\r\n${'a: b\r\n'.repeat(5000)}\r\n`,
)

const bytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(whole, fc.array(damage, { maxLength: 4 })).map(([start, all]) => all.reduce(damaged, start)),
  },
  { weight: 1, arbitrary: fc.tuple(whole, whole, whole).map((requests) => Buffer.concat(requests)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }) },
  { weight: 1, arbitrary: noHttp.map((text) => Buffer.from(text, 'latin1')) },
)

test(
  'whatever bytes come, the connection ends in time, without a failure of the server',
  async () => {
    const port = fc.constantFrom<'origin' | 'testLineOrigin' | 'adminOrigin'>('origin', 'testLineOrigin', 'adminOrigin')
    const property = fc.asyncProperty(port, bytes, fc.constantFrom('end', 'leave'), async (port, bytes, afterwards) => {
      const answer = await new Wire(simulator[port]).send(bytes, { afterwards })
      // The failed image has a trace; nothing else fails.
      if (answer && answer.status >= 500)
        expect([answer.status, answer.headers['x-trace-id']]).toEqual([500, expect.any(String)])
    })
    await fc.assert(property, inputs(0.1))
    expect(failures).toEqual([])
    expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
  },
  TIME_LIMIT,
)
