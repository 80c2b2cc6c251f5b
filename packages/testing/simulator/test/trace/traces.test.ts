// The trace of a login: its calls put together, taken apart, masked.
import { PATHS } from '@local-number/protocol'
import type { Exchange, Simulator, Trace } from '../../src'
import { CUSTOMER_PUBLIC_KEY, encryptText, REGISTERED_APP, signText } from '../support/customer'
import {
  createAttempt,
  createTokenRequest,
  type Fields,
  getToken,
  obtainToken,
  post,
  retrieveNumber,
  TIMESTAMP,
  USER_INFORMATION,
  verify,
} from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

const newest = () => simulator.traces(1)[0] as Trace
const calls = ({ exchanges }: Trace) => exchanges.map(({ call }) => call)
const last = () => newest().exchanges.at(-1) as Exchange

async function login(phone = PHONE): Promise<{ ids: ReturnType<typeof createAttempt>; token: string }> {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const { token } = await getToken(simulator.origin, ids)
  await verify(simulator, { phone, token })
  return { ids, token }
}

test('a verify call’s own msgId leads to its login', async () => {
  const token = await obtainToken(simulator.origin)
  const ids = ['E', 'F'].map((letter) => letter.repeat(32))
  for (const msgId of ids) await verify(simulator, { phone: PHONE, token, header: { msgId } })
  expect(newest()).toMatchObject({ verifyMsgIds: ids, exchanges: [{}, {}, {}, {}] })
})

test('the three calls of a login are one trace, in their order', async () => {
  const { ids } = await login()
  expect(simulator.traces()).toHaveLength(1)
  expect(newest()).toMatchObject({
    line: 'production',
    appId: ids.appId,
    handset: 'cm-5g',
    msgId: ids.msgId,
    msisdnMasked: '138****8000',
    outcome: 'verified',
    lastCode: '000',
  })
  expect(calls(newest())).toEqual(['getMobile', 'getToken', 'verify'])
})

test('two logins at once are two', async () => {
  await Promise.all([login(), login('13900139000')])
  const outcomes = simulator.traces().map(({ outcome, exchanges }) => [outcome, exchanges.length])
  expect(outcomes.sort()).toEqual([
    ['notThisNumber', 3],
    ['verified', 3],
  ])
})

test('a login under way says so, one that failed says why', async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  expect(newest().outcome).toBe('underWay')
  await getToken(simulator.origin, ids, { body: { sign: signText('other') } })
  expect(newest()).toMatchObject({ outcome: 'failed', lastCode: '130018' })
  expect(last().answer).toMatchObject({ status: 200, outerCode: '130018', innerCode: '130018' })
})

test('a login whose answer got lost has failed, whatever the platform had decided', async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  simulator.once('getToken', { drop: 'answer' })
  await expect(getToken(simulator.origin, ids)).rejects.toThrow('fetch failed')
  expect(newest()).toMatchObject({ outcome: 'failed', lastCode: '0' })
  expect(last().answer).toMatchObject({ status: null, outerCode: '0', innerCode: '000000' })
})

test('header enrichment is told: whose number, through which SIM, or why none', async () => {
  await retrieveNumber(simulator.origin, createAttempt())
  expect(last().enrichment).toEqual({ openType: '1', insertedMasked: '138****8000', via: 'cm-5g', cause: null })
  simulator.setActiveHandset('cu-5g')
  await retrieveNumber(simulator.origin, createAttempt())
  expect(last()).toMatchObject({
    enrichment: { insertedMasked: null, via: 'cu-5g', cause: 'otherCarrier' },
    answer: { status: 500, outerCode: '500', innerCode: '111002', cause: 'otherCarrier' },
  })
})

test('the pre-sign is taken apart, and the key that verified it named', async () => {
  const { ids } = await login()
  const { preSign, signature } = newest().exchanges[1] as Exchange
  expect(preSign).toEqual(
    ['appId', 'msgId', 'timestamp', 'uuid', 'version'].map((name) => ({ name, value: ids[name] })),
  )
  expect(signature).toMatchObject({ verified: true, key: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(signature?.registeredKeys).toEqual([signature?.verified && signature.key])
})

test('any of the filed keys may have signText', async () => {
  const [other] = simulator.apps
  simulator.updateApp(REGISTERED_APP.appId, {
    customerPublicKeys: [other?.platformPublicKey ?? '', CUSTOMER_PUBLIC_KEY],
  })
  await login()
  expect(newest()).toMatchObject({ outcome: 'verified' })
  expect(newest().exchanges[1]?.signature?.registeredKeys).toHaveLength(2)
})

test.each([
  ['a text that nobody can guess', (text: string) => signText(`${text}.`), 'otherText', null],
  ['another version', (text: string) => signText(text.replace(/1\.2$/, '1.0')), 'otherText', 'signedWithoutTool'],
  ['another digest', (text: string) => signText(text, 'sha256'), 'otherAlgorithm', 'signedWithoutTool'],
  [
    'hex',
    (text: string) => Buffer.from(signText(text), 'base64').toString('hex'),
    'otherEncoding',
    'signedWithoutTool',
  ],
  ['nothing that is a signature', () => 'hello', 'malformed', 'signedWithoutTool'],
  ['another key', () => Buffer.alloc(128, 7).toString('base64'), 'unknownKey', 'keyPairMismatch'],
] as const)('a signature of %s is refused, and the trace says why', async (_, sign, reason, cause) => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const text = `${ids.appId}${ids.msgId}${ids.timestamp}${ids.uuid}${ids.version}`
  await getToken(simulator.origin, ids, { body: { sign: sign(text) } })
  expect(last()).toMatchObject({ signature: { verified: false, reason, expectedText: text }, answer: { cause } })
})

test.each([
  ['waits still', false],
  ['has its token', true],
])("an earlier createAttempt's pre-sign is recognised: one that %s", async (_, isFinished) => {
  // Letters only: no eleven digits in a row that would be masked.
  const [earlier, ids] = ['A', 'B'].map((letter) =>
    createAttempt({ msgId: letter.repeat(32), uuid: letter.repeat(32) }),
  ) as [Fields, Fields]
  await retrieveNumber(simulator.origin, earlier)
  if (isFinished) await getToken(simulator.origin, earlier)
  await retrieveNumber(simulator.origin, ids)
  const preSign = `${earlier.appId}${earlier.msgId}${earlier.timestamp}${earlier.uuid}${earlier.version}`
  await getToken(simulator.origin, ids, { body: { sign: signText(preSign) } })
  expect(last().signature).toMatchObject({ reason: 'otherText', found: preSign })
  expect(last().answer?.cause).toBe('signedAnotherAttempt')
})

test.each([
  ['opens', {}, { opened: true, typedMasked: '138****8000' }],
  ['is of another appKey', { appKey: 'B'.repeat(32) }, { opened: false, reason: 'otherAppKey' }],
  ['is of another time', { innerTime: '20260601120000001' }, { opened: false, reason: 'otherTimestamp' }],
  ['is no base64', { body: { phoneNum: '!' } }, { opened: false, reason: 'notBase64' }],
  ['is half a block', { body: { phoneNum: 'AAAA' } }, { opened: false, reason: 'wrongLength' }],
])('phoneNum that %s', async (_, bent, phoneNum) => {
  await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin), ...bent })
  expect(last().phoneNum).toEqual(phoneNum)
})

test.each([
  ['a second time', 'tokenReused'],
  ['late', 'tokenExpired'],
  ['without userInformation', 'userInformationMissing'],
  ['with another userInformation', 'userInformationEncoding'],
] as const)('a token that is used %s stays with its login', async (how, cause) => {
  const token = await obtainToken(simulator.origin)
  if (cause === 'tokenReused') await verify(simulator, { phone: PHONE, token })
  if (cause === 'tokenExpired') simulator.clock.advance(60_001)
  const userInformation = { 'without userInformation': undefined, 'with another userInformation': 'AAAA' }[
    how as string
  ]
  const body = cause.startsWith('userInformation') ? { body: { userInformation } } : {}
  await verify(simulator, { phone: PHONE, token, ...body })
  expect(simulator.traces()).toHaveLength(1)
  expect(last().answer).toMatchObject({ innerCode: '120020', cause })
})

test('a verify call with a token that nobody knows is a trace of its own', async () => {
  await obtainToken(simulator.origin)
  await verify(simulator, { phone: PHONE, token: 'f'.repeat(48) })
  expect(newest()).toMatchObject({
    handset: null,
    msgId: '',
    exchanges: [{ call: 'verify', answer: { cause: 'tokenUnknown' } }],
  })
})

test('so is a body that is no JSON', async () => {
  await post(`${simulator.origin}${PATHS.getToken}`, '{')
  expect(newest()).toMatchObject({
    msgId: '',
    exchanges: [{ request: { fields: [] }, answer: { innerCode: '130032' } }],
  })
})

test('every answer names its trace', async () => {
  const response = await fetch(`${simulator.origin}${PATHS.getMobile}`)
  expect(response.headers.get('x-trace-id')).toBe(newest().id)
})

test('no trace holds a number, a token or the appKey', async () => {
  const { token } = await login()
  const platformKey = simulator.apps[0]!.platformPublicKey
  await verify(simulator, {
    phone: PHONE,
    token,
    body: { phoneNum: encryptText('x', platformKey), expandParams: PHONE },
  })
  await retrieveNumber(simulator.testLineOrigin, createAttempt(), { expandParams: `callType=6005|phoneNum=${PHONE}` })
  const ids = createAttempt()
  await post(`${simulator.origin}${PATHS.getToken}`, { ...createTokenRequest(ids), [PHONE]: { token: [PHONE] } })
  const text = JSON.stringify(simulator.traces())
  for (const secret of [PHONE, token, REGISTERED_APP.appKey]) expect(text).not.toContain(secret)
  expect(text).toContain(USER_INFORMATION)
})

test.each([
  ['as it is', (text: string) => text],
  ['in base64', (text: string) => Buffer.from(text).toString('base64')],
])('nor if somebody forgets to encrypt it, and sends it %s', async (_, written) => {
  // Digits stand beside the number on both sides, in the message and in what was signText by mistake.
  const appKey = `1${REGISTERED_APP.appKey.slice(1)}`
  simulator.updateApp(REGISTERED_APP.appId, { appKey })
  const phoneNum = written(`${PHONE}${appKey}${TIMESTAMP}`)
  const ids = { appId: REGISTERED_APP.appId, msgId: '1'.repeat(32), timestamp: TIMESTAMP, version: '1.0' }
  const token = 'f'.repeat(48)
  const sign = signText(`${ids.appId}${ids.msgId}${phoneNum}${ids.timestamp}${token}`)
  const body = { phoneNum, token, sign, userInformation: USER_INFORMATION }
  await post(`${simulator.origin}${PATHS.verify}`, { header: ids, body })
  expect(last().signature).toMatchObject({ reason: 'otherText', found: expect.stringContaining(TIMESTAMP) })
  const text = JSON.stringify(simulator.traces())
  for (const secret of [PHONE, appKey, phoneNum]) expect(text).not.toContain(secret)
})

test('what a client sends is bounded before it is kept', async () => {
  const huge = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 'x'.repeat(1900)]))
  await post(`${simulator.origin}${PATHS.getToken}`, { header: huge, body: { sign: 'y'.repeat(9000) } })
  const { fields } = last().request
  expect(fields.length).toBeLessThanOrEqual(40)
  expect(Math.max(...fields.map(({ value }) => value.length))).toBeLessThanOrEqual(2001)
})

test('a client that repeats one id for ever gets a new trace now and then', async () => {
  const ids = createAttempt()
  for (let count = 0; count < 41; count += 1) await retrieveNumber(simulator.origin, ids)
  expect(simulator.traces().map(({ exchanges }) => exchanges.length)).toEqual([1, 20, 20])
})

test('so does a server that verifies one token for ever, and each is full before there is another', async () => {
  const token = await obtainToken(simulator.origin)
  for (let count = 0; count < 39; count += 1) await verify(simulator, { phone: PHONE, token })
  expect(simulator.traces().map(({ exchanges }) => exchanges.length)).toEqual([1, 20, 20])
  expect(simulator.traces(1)).toMatchObject([{ handset: 'cm-5g', msisdnMasked: '138****8000' }])
})
