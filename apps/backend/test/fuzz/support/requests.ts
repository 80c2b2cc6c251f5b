// Requests to every route, and to paths like them.
import { gzipSync } from 'node:zlib'
import { BUSINESS_PATHS, SMS_PATHS, TRACE_HEADER } from '@local-number/protocol'
import fc from 'fast-check'
import {
  compressSometimes,
  contentType,
  framing,
  oddHeaders,
  type RawRequest,
  varyMethod,
  varyTarget,
} from '../../../../../packages/testing/simulator/test/fuzz/support/requests'
import { headerValue } from '../../../../../packages/testing/simulator/test/fuzz/support/values'
import { createBodies, type PostRoute } from './bodies'

export const GET_PATHS = ['/healthz', '/api/local-number/jwks.json', '/', '/api/local-number/']
const POST_PATHS: Readonly<Record<PostRoute, string>> = {
  ...BUSINESS_PATHS,
  smsSend: SMS_PATHS.send,
  smsCheck: SMS_PATHS.check,
}
const POST_ROUTES = Object.keys(POST_PATHS) as PostRoute[]
export const ALL_PATHS = [...GET_PATHS, ...Object.values(POST_PATHS)]

type Header = RawRequest['headers'][number]

/** Headers that the API reads. */
const ownHeader: fc.Arbitrary<Header> = fc.oneof(
  fc.tuple(
    fc.constant('origin'),
    fc.oneof(fc.constantFrom('null', '', 'https://shop.example.com', 'http://[', 'file://', '*'), headerValue),
  ),
  fc.tuple(
    fc.constant(TRACE_HEADER),
    fc.oneof(fc.constantFrom('a'.repeat(32), `0${'13800138000'.repeat(2)}000000000`, 'A'.repeat(32)), headerValue),
  ),
  fc.tuple(
    fc.constantFrom('content-length', 'transfer-encoding', 'trailer', 'te'),
    fc.constantFrom('0', '1', '-1', '+2', '0x2', '2, 2', '99999999999999999999', 'chunked', 'chunked, chunked', 'gzip'),
  ),
  fc.tuple(
    fc.constant('content-encoding'),
    fc.constantFrom('gzip, gzip', 'identity', ',', 'GZIP', 'x-gzip', 'zstd', 'UTF-8', 'br;q=1'),
  ),
)

const headers: fc.Arbitrary<readonly Header[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(ownHeader, { maxLength: 2 }) },
  { weight: 2, arbitrary: oddHeaders },
)

/** Some bodies end before their compression does. */
const compress = (body: Buffer): ReturnType<typeof compressSometimes> =>
  fc.oneof(
    { weight: 8, arbitrary: compressSometimes(body) },
    fc.nat({ max: 30 }).map((missing) => ({
      body: gzipSync(body).subarray(0, -missing || undefined),
      headers: [['content-encoding', 'gzip']] as const,
    })),
  )

export function createRequests(takeAttemptId: () => string): fc.Arbitrary<RawRequest> {
  const bodies = createBodies(takeAttemptId)
  const get = fc.constantFrom(...GET_PATHS).chain((path) =>
    fc.record<RawRequest>({
      method: varyMethod('GET'),
      target: varyTarget(path),
      headers,
      body: fc.constant(null),
      framing,
    }),
  )
  const post = fc
    .constantFrom(...POST_ROUTES)
    .chain((route) => fc.tuple(fc.constant(POST_PATHS[route]), bodies[route].chain(compress)))
    .chain(([path, compressed]) =>
      fc.record<RawRequest>({
        method: varyMethod('POST'),
        target: fc.oneof({ weight: 4, arbitrary: fc.constant(path) }, varyTarget(path)),
        headers: fc
          .tuple(contentType, headers)
          .map(([type, others]) => [['content-type', type] as const, ...compressed.headers, ...others]),
        body: fc.constant(compressed.body),
        framing,
      }),
    )
  return fc.oneof({ weight: 1, arbitrary: get }, { weight: 5, arbitrary: post })
}
