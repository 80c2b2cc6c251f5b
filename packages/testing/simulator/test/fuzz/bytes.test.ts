// Fuzzing with raw bytes: other protocols, and damaged HTTP requests.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { obtainToken, verify } from '../support/phone'
import { toRequestBytes } from './support/requests'
import { createRunOptions, TIME_LIMIT } from './support/run-options'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
})

afterAll(() => simulator.stop())

const BODY = Buffer.from('{"header":{},"body":{}}')

const intact = fc
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
  .map((request) => toRequestBytes(request as Parameters<typeof toRequestBytes>[0]))

interface Damage {
  readonly at: number
  readonly remove: number
  readonly insert: Uint8Array
}

const insertedBytes = fc.oneof(
  fc.uint8Array({ maxLength: 8 }),
  fc
    .constantFrom(
      '\r\n',
      '\n',
      '\r\n\r\n',
      '\0',
      ' ',
      'content-length: 9\r\n',
      'transfer-encoding: encodeChunks\r\n',
      'ffffffff\r\n',
    )
    .map((text) => Buffer.from(text)),
)

const damage = fc.record({ at: fc.nat(), remove: fc.nat({ max: 20 }), insert: insertedBytes })

function damageBytes(bytes: Buffer, { at, remove, insert }: Damage): Buffer {
  const start = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(start + remove)])
}

const notHttp = fc.constantFrom(
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
    arbitrary: fc
      .tuple(intact, fc.array(damage, { maxLength: 4 }))
      .map(([request, all]) => all.reduce(damageBytes, request)),
  },
  { weight: 1, arbitrary: fc.tuple(intact, intact, intact).map((requests) => Buffer.concat(requests)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 500 }) },
  { weight: 1, arbitrary: notHttp.map((text) => Buffer.from(text, 'latin1')) },
)

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
