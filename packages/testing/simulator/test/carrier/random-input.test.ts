// Random requests to the carrier's paths get an answer of the call's shape, with a known code that is not a success.
import { PATHS } from '@local-number/protocol'
import fc from 'fast-check'
import type { Simulator } from '../../src'
import { DOCUMENT_CODES } from '../../src/platform/codes'
import { createHttpsRequest } from '../support/https'
import {
  createAttempt,
  createTokenRequest,
  createVerifyRequest,
  readImageAnswer,
  USER_INFORMATION,
} from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

const NAMES = ['version', 'msgId', 'timestamp', 'appId', 'uuid', 'wxappid', 'sign', 'expandParams', 'openType']
const MORE_NAMES = [...NAMES, 'phoneNum', 'token', 'userInformation', '__proto__', 'toString']
const block = (byte: number) => Buffer.alloc(128, byte).toString('base64')

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    '0',
    '%',
    '%ff',
    '|',
    '||=',
    '\0',
    'callType=6005',
    'phoneNum=1',
    '__proto__',
    block(0),
    block(255),
  ),
)
/** Changes to a valid message. */
const createChanges = <Value>(value: fc.Arbitrary<Value>) =>
  fc.dictionary(fc.constantFrom(...MORE_NAMES), value, { maxKeys: 3 })
const jsonChanges = createChanges(fc.oneof(text, fc.jsonValue()))

/** A valid message with some fields changed, any JSON, truncated JSON, any bytes. */
const createBody = (createValid: () => { header: object; body: object }) =>
  fc.oneof(
    fc.record({ header: jsonChanges, body: jsonChanges }).map(({ header, body }) => {
      const message = createValid()
      return JSON.stringify({ header: { ...message.header, ...header }, body: { ...message.body, ...body } })
    }),
    fc.json(),
    fc.json().map((json) => json.slice(0, -1)),
    fc.uint8Array(),
  )
const contentType = fc.constantFrom(
  'application/json',
  'application/json; charset=gbk',
  'text/plain',
  'multipart/form-data',
)

/** All codes but those of success. */
const REFUSALS = DOCUMENT_CODES.filter((code) => code !== '000' && code !== '000000' && code !== '103000')

test('getMobile answers random queries with an image or a known code', async () => {
  const valid = { ...createAttempt(), openType: '1', expandParams: 'callType=6005', userInformation: USER_INFORMATION }
  const query = createChanges(text).map((fields) =>
    String(new URLSearchParams({ ...valid, ...fields } as Record<string, string>)),
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(query, fc.stringMatching(/^[!-"$-~]*$/)), async (search) => {
      const answer = await readImageAnswer(await fetch(`${simulator.origin}${PATHS.getMobile}?${search}`))
      if (answer.status === 200) expect(answer.type).toBe('image/gif')
      else
        expect([answer.status, answer.outerCode, REFUSALS.includes(answer.innerCode as never)]).toEqual([
          500,
          '500',
          true,
        ])
    }),
    { numRuns: 100 },
  )
})

test.each([
  ['getToken', PATHS.getToken, () => createTokenRequest(createAttempt())],
  ['verify', PATHS.verify, () => createVerifyRequest(simulator, { phone: '13800138000', token: 'f'.repeat(48) })],
])('%s answers random bodies with a known code', async (_, path, createValid) => {
  await fc.assert(
    fc.asyncProperty(createBody(createValid), contentType, async (body, type) => {
      const init = { method: 'POST', headers: { 'content-type': type }, body }
      const response = await fetch(`${simulator.origin}${path}`, init as RequestInit)
      const answer = (await response.json()) as { header: { resultCode: string }; body: { token?: string } }
      expect([response.status, REFUSALS.includes(answer.header.resultCode as never)]).toEqual([200, true])
      expect(answer.body.token || '').toBe('')
    }),
    { numRuns: 200 },
  )
})

test('httpsGetMobile answers random bodies with a known code', async () => {
  const body = fc.oneof(
    jsonChanges
      .filter((changes) => Object.keys(changes).some((name) => SIGNED.includes(name)))
      .map((changes) => JSON.stringify({ ...createHttpsRequest(simulator), ...changes })),
    fc.json(),
    fc.uint8Array(),
  )
  await fc.assert(
    fc.asyncProperty(body, contentType, async (sent, type) => {
      const init = { method: 'POST', headers: { 'content-type': type }, body: sent }
      const response = await fetch(`${simulator.httpsEditionOrigin}${PATHS.httpsGetMobile}`, init as RequestInit)
      const answer = (await response.json()) as { body: { resultCode: string; token: string } }
      expect([response.status, REFUSALS.includes(answer.body.resultCode as never)]).toEqual([200, true])
      expect(answer.body.token).toBe('')
    }),
    { numRuns: 200 },
  )
})

/** Without one of these being altered, the request would be right. */
const SIGNED: readonly string[] = ['version', 'msgId', 'timestamp', 'appId', 'wxappid', 'sign']
