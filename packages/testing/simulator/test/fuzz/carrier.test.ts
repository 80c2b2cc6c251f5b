// Anything at all on the carrier's three paths, on both lines: every request is answered in time and none makes the server
// fail. That no answer is ever a yes is ../http/random-input.test.ts.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import { type Simulator, startSimulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import {
  createAttempt,
  createTokenRequest,
  createVerifyRequest,
  obtainToken,
  retrieveNumber,
  USER_INFORMATION,
  verify,
} from '../support/phone'
import { inputs, TIME_LIMIT } from './support/inputs'
import { bentMessage } from './support/messages'
import { contentType, framing, methodNear, oddHeaders, type Shot, squeezed, tail } from './support/requests'
import { urlPiece } from './support/values'
import { expectAnswered } from './support/verdict'
import { Wire } from './support/wire'

const failures: unknown[] = []
let simulator: Simulator
let wires: Record<'production' | 'test', Wire>

beforeAll(async () => {
  simulator = await startSimulator({ apps: [REGISTERED_APP], onError: (error) => failures.push(error) })
  wires = { production: new Wire(simulator.origin), test: new Wire(simulator.testLineOrigin) }
})

afterAll(async () => {
  for (const wire of Object.values(wires)) wire.close()
  await simulator.stop()
})

afterEach(async () => {
  expect(failures).toEqual([])
  expect(await verify(simulator, { phone: '13800138000', token: await obtainToken(simulator.origin) })).toBe('000')
})

const line = fc.constantFrom('production', 'test')

const FIELDS = ['version', 'msgId', 'timestamp', 'appId', 'uuid', 'wxappid', 'sign', 'expandParams', 'openType']
const NAMES = [...FIELDS, 'phoneNum', 'token', 'userInformation']

const rightQuery = {
  ...createAttempt(),
  openType: '1',
  expandParams: 'callType=6005',
  userInformation: USER_INFORMATION,
}
const rightPairs = Object.entries(rightQuery).map(([name, value]) => [name, encodeURIComponent(value ?? '')] as const)
const bentPair = fc.tuple(fc.oneof(fc.constantFrom(...NAMES), urlPiece), urlPiece)
const spelledPair = fc.constantFrom('=', '', '[]=', '[a]=', '[__proto__]=', '==')

/** The right parameters, some of them left out, with others between them, perhaps doubled. */
const query = fc
  .tuple(
    fc.subarray([...rightPairs], { minLength: rightPairs.length - 2 }),
    fc.array(bentPair, { maxLength: 4 }),
    spelledPair,
  )
  .chain(([right, bent, between]) => {
    const pairs = [...right.map((pair) => pair.join('=')), ...bent.map((pair) => pair.join(between))]
    return fc.shuffledSubarray(pairs, { minLength: pairs.length }).map((shuffled) => shuffled.join('&'))
  })

const manyParameters = fc.integer({ min: 1, max: 3000 }).map((count) => Array(count).fill('a').join('&'))

test(
  'getMobile',
  async () => {
    const shot: fc.Arbitrary<Shot> = fc.record({
      method: methodNear('GET'),
      target: fc
        .tuple(tail, fc.oneof({ weight: 8, arbitrary: query }, urlPiece, manyParameters))
        .map(([path, search]) => `${PATHS.getMobile}${path.slice(0, 100)}?${search}`),
      headers: oddHeaders,
      body: fc.constant(null),
      framing: fc.constant('length' as const),
    })
    await fc.assert(
      fc.asyncProperty(line, shot, (line, shot) => expectAnswered(wires[line], shot)),
      inputs(0.2),
    )
  },
  TIME_LIMIT,
)

test.each([
  ['getToken', PATHS.getToken, () => createTokenRequest(takenIds)],
  ['verify', PATHS.verify, () => createVerifyRequest(simulator, { phone: '13800138000', token: 'f'.repeat(48) })],
])(
  '%s',
  async (_, path, right) => {
    await retrieveNumber(simulator.origin, takenIds)
    const shot = bentMessage(right, NAMES)
      .chain(squeezed)
      .chain(({ body, headers }) =>
        fc.record({
          method: methodNear('POST'),
          target: tail.map((rest) => `${path}${rest.slice(0, 100)}`),
          headers: fc
            .tuple(contentType, oddHeaders)
            .map(([type, odd]) => [['content-type', type] as const, ...headers, ...odd]),
          body: fc.constant(body),
          framing,
        }),
      )
    await fc.assert(
      fc.asyncProperty(line, shot, (line, shot) => expectAnswered(wires[line], shot)),
      inputs(0.2),
    )
  },
  TIME_LIMIT,
)

/** Ids whose number was taken, so that some of the bent messages come far. */
const takenIds = createAttempt()
