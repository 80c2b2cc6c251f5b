// Bytes that are not quite requests: other protocols, and requests that were damaged on their way.
import fc from 'fast-check'
import { type RawRequest, toRequestBytes } from './requests'

/** Requests to one of the targets, with this body or none. */
const createIntact = (targets: readonly string[], body: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .record<RawRequest>({
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'CONNECT'),
      target: fc.constantFrom(...targets),
      headers: fc.constant([['content-type', 'application/json']] as const),
      body: fc.option(fc.constant(body)),
      framing: fc.constantFrom('length', 'chunked', 'stops'),
    })
    .map(toRequestBytes)

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
      'transfer-encoding: chunked\r\n',
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

/** Damaged requests to these targets, several in a row, and what is no HTTP at all. */
export function createBytes(targets: readonly string[], body: Buffer): fc.Arbitrary<Uint8Array> {
  const intact = createIntact(targets, body)
  return fc.oneof(
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
}
