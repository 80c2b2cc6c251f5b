// The trace of a login: its calls in one trace, with their fields, findings and answers, masked.
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

const getNewest = () => simulator.traces(1)[0] as Trace
const listCalls = ({ exchanges }: Trace) => exchanges.map(({ call }) => call)
const getLast = () => getNewest().exchanges.at(-1) as Exchange

async function logIn(phone = PHONE): Promise<{ ids: ReturnType<typeof createAttempt>; token: string }> {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const { token } = await getToken(simulator.origin, ids)
  await verify(simulator, { phone, token })
  return { ids, token }
}

test('a trace lists the msgIds of its verify calls', async () => {
  const token = await obtainToken(simulator.origin)
  const ids = ['E', 'F'].map((letter) => letter.repeat(32))
  for (const msgId of ids) await verify(simulator, { phone: PHONE, token, header: { msgId } })
  expect(getNewest()).toMatchObject({ verifyMsgIds: ids, exchanges: [{}, {}, {}, {}] })
})

test('the three calls of a login are one trace, in order', async () => {
  const { ids } = await logIn()
  expect(simulator.traces()).toHaveLength(1)
  expect(getNewest()).toMatchObject({
    line: 'production',
    appId: ids.appId,
    handset: 'cm-5g',
    msgId: ids.msgId,
    msisdnMasked: '138****8000',
    outcome: 'verified',
    lastCode: '000',
  })
  expect(listCalls(getNewest())).toEqual(['getMobile', 'getToken', 'verify'])
})

test('two concurrent logins are two traces', async () => {
  await Promise.all([logIn(), logIn('13900139000')])
  const outcomes = simulator.traces().map(({ outcome, exchanges }) => [outcome, exchanges.length])
  expect(outcomes.sort()).toEqual([
    ['notThisNumber', 3],
    ['verified', 3],
  ])
})

test('a trace shows whether its login is under way or failed, with the last code', async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  expect(getNewest().outcome).toBe('underWay')
  await getToken(simulator.origin, ids, { body: { sign: signText('other') } })
  expect(getNewest()).toMatchObject({ outcome: 'failed', lastCode: '130018' })
  expect(getLast().answer).toMatchObject({ status: 200, outerCode: '130018', innerCode: '130018' })
})

test('a login whose answer was lost has failed, with the platform’s decision as the inner code', async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  simulator.once('getToken', { drop: 'answer' })
  await expect(getToken(simulator.origin, ids)).rejects.toThrow('fetch failed')
  expect(getNewest()).toMatchObject({ outcome: 'failed', lastCode: '0' })
  expect(getLast().answer).toMatchObject({ status: null, outerCode: '0', innerCode: '000000' })
})

test('a trace shows header enrichment: the number and the SIM, or the cause why there is none', async () => {
  await retrieveNumber(simulator.origin, createAttempt())
  expect(getLast().enrichment).toEqual({ openType: '1', insertedMasked: '138****8000', via: 'cm-5g', cause: null })
  simulator.setActiveHandset('cu-5g')
  await retrieveNumber(simulator.origin, createAttempt())
  expect(getLast()).toMatchObject({
    enrichment: { insertedMasked: null, via: 'cu-5g', cause: 'otherCarrier' },
    answer: { status: 500, outerCode: '500', innerCode: '111002', cause: 'otherCarrier' },
  })
})

test('a trace shows the parts of the pre-sign and the key that verified it', async () => {
  const { ids } = await logIn()
  const { preSign, signature } = getNewest().exchanges[1] as Exchange
  expect(preSign).toEqual(
    ['appId', 'msgId', 'timestamp', 'uuid', 'version'].map((name) => ({ name, value: ids[name] })),
  )
  expect(signature).toMatchObject({ verified: true, key: expect.stringMatching(/^[0-9a-f]{16}$/) })
  expect(signature?.registeredKeys).toEqual([signature?.verified && signature.key])
})

test('any of the registered keys may have signed', async () => {
  const [other] = simulator.apps
  simulator.updateApp(REGISTERED_APP.appId, {
    customerPublicKeys: [other?.platformPublicKey ?? '', CUSTOMER_PUBLIC_KEY],
  })
  await logIn()
  expect(getNewest()).toMatchObject({ outcome: 'verified' })
  expect(getNewest().exchanges[1]?.signature?.registeredKeys).toHaveLength(2)
})

test.each([
  ['a text that cannot be guessed', (text: string) => signText(`${text}.`), 'otherText', null],
  ['another version', (text: string) => signText(text.replace(/1\.2$/, '1.0')), 'otherText', 'signedWithoutTool'],
  ['another digest', (text: string) => signText(text, 'sha256'), 'otherAlgorithm', 'signedWithoutTool'],
  [
    'hex',
    (text: string) => Buffer.from(signText(text), 'base64').toString('hex'),
    'otherEncoding',
    'signedWithoutTool',
  ],
  ['text that is not a signature', () => 'hello', 'malformed', 'signedWithoutTool'],
  ['another key', () => Buffer.alloc(128, 7).toString('base64'), 'unknownKey', 'keyPairMismatch'],
] as const)(
  'a signature by mistake (%s) is refused, and the trace shows reason and cause',
  async (_, sign, reason, cause) => {
    const ids = createAttempt()
    await retrieveNumber(simulator.origin, ids)
    const text = `${ids.appId}${ids.msgId}${ids.timestamp}${ids.uuid}${ids.version}`
    await getToken(simulator.origin, ids, { body: { sign: sign(text) } })
    expect(getLast()).toMatchObject({ signature: { verified: false, reason, expectedText: text }, answer: { cause } })
  },
)

test.each([
  ['without a token', false],
  ['with a token', true],
])('a signature of the pre-sign of an earlier attempt %s is recognized', async (_, isFinished) => {
  // Letters, since eleven digits in a row would be masked.
  const [earlier, ids] = ['A', 'B'].map((letter) =>
    createAttempt({ msgId: letter.repeat(32), uuid: letter.repeat(32) }),
  ) as [Fields, Fields]
  await retrieveNumber(simulator.origin, earlier)
  if (isFinished) await getToken(simulator.origin, earlier)
  await retrieveNumber(simulator.origin, ids)
  const preSign = `${earlier.appId}${earlier.msgId}${earlier.timestamp}${earlier.uuid}${earlier.version}`
  await getToken(simulator.origin, ids, { body: { sign: signText(preSign) } })
  expect(getLast().signature).toMatchObject({ reason: 'otherText', found: preSign })
  expect(getLast().answer?.cause).toBe('signedAnotherAttempt')
})

test.each([
  ['that can be decrypted', {}, { opened: true, typedMasked: '138****8000' }],
  ['with another appKey', { appKey: 'B'.repeat(32) }, { opened: false, reason: 'otherAppKey' }],
  ['with another timestamp', { innerTime: '20260601120000001' }, { opened: false, reason: 'otherTimestamp' }],
  ['that is not base64', { body: { phoneNum: '!' } }, { opened: false, reason: 'notBase64' }],
  ['of half a block', { body: { phoneNum: 'AAAA' } }, { opened: false, reason: 'wrongLength' }],
])('the trace shows what became of a phoneNum %s', async (_, changes, phoneNum) => {
  await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin), ...changes })
  expect(getLast().phoneNum).toEqual(phoneNum)
})

test.each([
  ['a second time', 'tokenReused'],
  ['late', 'tokenExpired'],
  ['without userInformation', 'userInformationMissing'],
  ['with another userInformation', 'userInformationEncoding'],
] as const)('a token that is used %s belongs to the trace of its login', async (how, cause) => {
  const token = await obtainToken(simulator.origin)
  if (cause === 'tokenReused') await verify(simulator, { phone: PHONE, token })
  if (cause === 'tokenExpired') simulator.clock.advance(60_001)
  const userInformation = { 'without userInformation': undefined, 'with another userInformation': 'AAAA' }[
    how as string
  ]
  const body = cause.startsWith('userInformation') ? { body: { userInformation } } : {}
  await verify(simulator, { phone: PHONE, token, ...body })
  expect(simulator.traces()).toHaveLength(1)
  expect(getLast().answer).toMatchObject({ innerCode: '120020', cause })
})

test('a verify call with an unknown token has its own trace', async () => {
  await obtainToken(simulator.origin)
  await verify(simulator, { phone: PHONE, token: 'f'.repeat(48) })
  expect(getNewest()).toMatchObject({
    handset: null,
    msgId: '',
    exchanges: [{ call: 'verify', answer: { cause: 'tokenUnknown' } }],
  })
})

test('a call whose body is not JSON has its own trace', async () => {
  await post(`${simulator.origin}${PATHS.getToken}`, '{')
  expect(getNewest()).toMatchObject({
    msgId: '',
    exchanges: [{ request: { fields: [] }, answer: { innerCode: '130032' } }],
  })
})

test('every answer has the id of its trace in x-trace-id', async () => {
  const response = await fetch(`${simulator.origin}${PATHS.getMobile}`)
  expect(response.headers.get('x-trace-id')).toBe(getNewest().id)
})

test('traces contain no phone number, no token and no appKey', async () => {
  const { token } = await logIn()
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
])('traces contain no phoneNum that was not encrypted and sent %s', async (_, encode) => {
  // The number has digits on both sides, in the message and in the text that was signed by mistake.
  const appKey = `1${REGISTERED_APP.appKey.slice(1)}`
  simulator.updateApp(REGISTERED_APP.appId, { appKey })
  const phoneNum = encode(`${PHONE}${appKey}${TIMESTAMP}`)
  const ids = { appId: REGISTERED_APP.appId, msgId: '1'.repeat(32), timestamp: TIMESTAMP, version: '1.0' }
  const token = 'f'.repeat(48)
  const sign = signText(`${ids.appId}${ids.msgId}${phoneNum}${ids.timestamp}${token}`)
  const body = { phoneNum, token, sign, userInformation: USER_INFORMATION }
  await post(`${simulator.origin}${PATHS.verify}`, { header: ids, body })
  expect(getLast().signature).toMatchObject({ reason: 'otherText', found: expect.stringContaining(TIMESTAMP) })
  const text = JSON.stringify(simulator.traces())
  for (const secret of [PHONE, appKey, phoneNum]) expect(text).not.toContain(secret)
})

test('a trace keeps a limited part of what a client sends', async () => {
  const huge = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 'x'.repeat(1900)]))
  await post(`${simulator.origin}${PATHS.getToken}`, { header: huge, body: { sign: 'y'.repeat(9000) } })
  const { fields } = getLast().request
  expect(fields.length).toBeLessThanOrEqual(40)
  expect(Math.max(...fields.map(({ value }) => value.length))).toBeLessThanOrEqual(2001)
})

test('a client that repeats one msgId gets a new trace after every 20 calls', async () => {
  const ids = createAttempt()
  for (let count = 0; count < 41; count += 1) await retrieveNumber(simulator.origin, ids)
  expect(simulator.traces().map(({ exchanges }) => exchanges.length)).toEqual([1, 20, 20])
})

test('a server that repeats one token gets a new trace after every 20 calls', async () => {
  const token = await obtainToken(simulator.origin)
  for (let count = 0; count < 39; count += 1) await verify(simulator, { phone: PHONE, token })
  expect(simulator.traces().map(({ exchanges }) => exchanges.length)).toEqual([1, 20, 20])
  expect(simulator.traces(1)).toMatchObject([{ handset: 'cm-5g', msisdnMasked: '138****8000' }])
})

describe('a login without a further call', () => {
  const LIFETIME_MS = 60_000

  test('is unfinished after the lifetime of a token, and under way until then', async () => {
    const simulator = await startTestSimulator()
    await retrieveNumber(simulator.origin, createAttempt())
    simulator.clock.advance(LIFETIME_MS - 10_000)
    expect(simulator.traces(1)[0]?.outcome).toBe('underWay')
    simulator.clock.advance(10_001)
    expect(simulator.traces(1)[0]?.outcome).toBe('unfinished')
    const listed = await (await fetch(`${simulator.adminOrigin}/_sim/traces`)).json()
    expect(listed).toMatchObject([{ outcome: 'unfinished' }])
  })

  test('is judged by its last call, and goes on with the next one', async () => {
    const simulator = await startTestSimulator()
    const ids = createAttempt()
    await retrieveNumber(simulator.origin, ids)
    simulator.clock.advance(LIFETIME_MS + 1)
    const { token } = await getToken(simulator.origin, ids)
    expect(simulator.traces(1)[0]?.outcome).toBe('underWay')
    await verify(simulator, { phone: '13800138000', token })
    simulator.clock.advance(LIFETIME_MS + 1)
    expect(simulator.traces(1)[0]?.outcome).toBe('verified')
  })

  test('that failed stays failed', async () => {
    const simulator = await startTestSimulator()
    await retrieveNumber(simulator.origin, createAttempt({ appId: '300000000000' }))
    simulator.clock.advance(LIFETIME_MS + 1)
    expect(simulator.traces(1)[0]?.outcome).toBe('failed')
  })

  test('is shown as unfinished by an open console, without a line on the terminal', async () => {
    const messages: unknown[] = []
    const simulator = await startTestSimulator({ onMessage: (message) => messages.push(message) })
    simulator.updateApp('300011877495', { tokenLifetimeMs: 50 })
    const client = new AbortController()
    const events = await fetch(`${simulator.adminOrigin}/_sim/events`, { signal: client.signal })
    await retrieveNumber(simulator.origin, createAttempt())
    let text = ''
    for await (const chunk of events.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes('"outcome":"unfinished"')) break
    }
    client.abort()
    expect(messages).toHaveLength(1)
  })
})
