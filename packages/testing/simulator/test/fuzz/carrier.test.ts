// Fuzzing of the carrier's paths on both lines: every request is answered in time, and none makes the server
// fail. That no answer is a success is tested in ../carrier/random-input.test.ts.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { createHttpsRequest } from '../support/https'
import {
  createAttempt,
  createTokenRequest,
  createVerifyRequest,
  obtainToken,
  retrieveNumber,
  USER_INFORMATION,
  verify,
} from '../support/phone'
import { expectAnswered } from './support/expect-answered'
import { createAlteredMessage } from './support/messages'
import {
  compressSometimes,
  contentType,
  framing,
  oddHeaders,
  type RawRequest,
  tail,
  varyMethod,
} from './support/requests'
import { createRunOptions, TIME_LIMIT } from './support/run-options'
import { urlPiece } from './support/values'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator
let wires: Record<'production' | 'test' | 'https' | 'httpsTest', Wire>

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
  wires = {
    production: new Wire(simulator.origin),
    test: new Wire(simulator.testLineOrigin),
    https: new Wire(simulator.httpsEditionOrigin),
    httpsTest: new Wire(simulator.httpsEditionTestLineOrigin),
  }
})

afterAll(async () => {
  for (const wire of Object.values(wires)) wire.close()
  await simulator.stop()
})

afterEach(async () => {
  expect(failures).toEqual([])
  // Some altered requests of the HTTPS edition are right, and their tokens are unused (103911).
  simulator.clock.advance(11 * 60_000)
  expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
})

const line = fc.constantFrom('production', 'test')
const httpsLine = fc.constantFrom('production', 'https', 'httpsTest')

const FIELDS = ['version', 'msgId', 'timestamp', 'appId', 'uuid', 'wxappid', 'sign', 'expandParams', 'openType']
const NAMES = [...FIELDS, 'phoneNum', 'token', 'userInformation', 'businessType', 'traceId']

const validQuery = {
  ...createAttempt(),
  openType: '1',
  expandParams: 'callType=6005',
  userInformation: USER_INFORMATION,
}
const validPairs = Object.entries(validQuery).map(([name, value]) => [name, encodeURIComponent(value ?? '')] as const)
const alteredPair = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), urlPiece), urlPiece)
const separator = fc.constantFrom('=', '', '[]=', '[a]=', '[__proto__]=', '==')

/** The valid parameters, some of them left out, with others between them, perhaps repeated. */
const query = fc
  .tuple(
    fc.subarray([...validPairs], { minLength: validPairs.length - 2 }),
    fc.array(alteredPair, { maxLength: 4 }),
    separator,
  )
  .chain(([valid, altered, between]) => {
    const pairs = [...valid.map((pair) => pair.join('=')), ...altered.map((pair) => pair.join(between))]
    return fc.shuffledSubarray(pairs, { minLength: pairs.length }).map((shuffled) => shuffled.join('&'))
  })

const manyParameters = fc.integer({ min: 1, max: 3000 }).map((count) => Array(count).fill('a').join('&'))

test(
  'getMobile answers altered queries',
  async () => {
    const request: fc.Arbitrary<RawRequest> = fc.record({
      method: varyMethod('GET'),
      target: fc
        .tuple(tail, fc.oneof({ weight: 8, arbitrary: query }, urlPiece, manyParameters))
        .map(([path, search]) => `${PATHS.getMobile}${path.slice(0, 100)}?${search}`),
      headers: oddHeaders,
      body: fc.constant(null),
      framing: fc.constant('length' as const),
    })
    await fc.assert(
      fc.asyncProperty(line, request, (line, request) => expectAnswered(wires[line], request)),
      createRunOptions(0.2),
    )
  },
  TIME_LIMIT,
)

test.each([
  ['getToken', PATHS.getToken, () => createTokenRequest(retrievedIds), line],
  ['httpsGetMobile', PATHS.httpsGetMobile, () => createHttpsRequest(simulator), httpsLine],
  ['verify', PATHS.verify, () => createVerifyRequest(simulator, { phone: '13800138000', token: 'f'.repeat(48) }), line],
])(
  '%s answers altered bodies',
  async (_, path, createValid, lines) => {
    await retrieveNumber(simulator.origin, retrievedIds)
    const request = createAlteredMessage(createValid, NAMES)
      .chain(compressSometimes)
      .chain(({ body, headers }) =>
        fc.record({
          method: varyMethod('POST'),
          target: tail.map((rest) => `${path}${rest.slice(0, 100)}`),
          headers: fc
            .tuple(contentType, oddHeaders)
            .map(([type, odd]) => [['content-type', type] as const, ...headers, ...odd]),
          body: fc.constant(body),
          framing,
        }),
      )
    await fc.assert(
      fc.asyncProperty(lines, request, (line, request) => expectAnswered(wires[line], request)),
      createRunOptions(0.2),
    )
  },
  TIME_LIMIT,
)

/** Ids with a retrieved number, so that some of the altered messages pass the first checks. */
const retrievedIds = createAttempt()
