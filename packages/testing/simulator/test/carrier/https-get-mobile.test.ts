// The HTTPS edition: one request answers a token, and every code has its real cause (protocol.md §9).
import { PATHS } from '@local-number/protocol'
import { DEMO_APP, type HandsetPatch, type Simulator } from '../../src'
import { createHttpsRequest, H5, obtainHttpsToken, sendHttps, signHttps, writeTimestamp } from '../support/https'
import { createAttempt, type Fields, post, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

let simulator: Simulator
const url = () => `${simulator.httpsEditionOrigin}${PATHS.httpsGetMobile}`

/** @param changes before the request is signed */
const ask = (changes: Fields = {}, headers = {}) =>
  sendHttps(simulator.httpsEditionOrigin, createHttpsRequest(simulator, changes), headers)

const findCause = () => simulator.traces(1)[0]?.exchanges.at(-1)?.answer?.cause

beforeEach(async () => {
  simulator = await startTestSimulator()
})

test('the token of one request verifies its number', async () => {
  const request = createHttpsRequest(simulator)
  const { header, body } = await post(url(), request)
  expect(header).toEqual({ appId: request.appId, msgId: request.msgId, timestamp: request.timestamp })
  expect(body).toMatchObject({ resultCode: '103000', resultDesc: '获取 token 成功', expandParams: '' })
  expect(body.token).toMatch(/^H5HTTPS[0-9A-F]{32}$/)
  expect(body).not.toHaveProperty('msisdnOwner')
  expect(await verify(simulator, { phone: PHONE, token: body.token ?? '' })).toBe('000')
})

test('a web page gets a token, without expandParams and wxappid', async () => {
  expect(await verify(simulator, { phone: PHONE, token: await obtainHttpsToken(simulator, H5) })).toBe('000')
})

test('another number than the SIM’s is 001', async () => {
  expect(await verify(simulator, { phone: '13900139000', token: await obtainHttpsToken(simulator) })).toBe('001')
})

test.each(['lower', 'upper'])('the MD5 is accepted in %s case', async (letters) => {
  const request = createHttpsRequest(simulator)
  const sign = letters === 'upper' ? request.sign?.toUpperCase() : request.sign
  expect((await sendHttps(simulator.httpsEditionOrigin, { ...request, sign })).code).toBe('103000')
})

test.each(['text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'application/json'])(
  'a body of the content type %s is read as JSON',
  async (type) => {
    expect((await ask({}, { 'content-type': type })).code).toBe('103000')
  },
)

test('numbers are read where texts are meant', async () => {
  const request = createHttpsRequest(simulator)
  const body = JSON.stringify(request).replaceAll(/"(timestamp|appId|businessType)":"(\d+)"/g, '"$1":$2')
  expect(body).toContain('"businessType":5,')
  expect((await sendHttps(simulator.httpsEditionOrigin, body)).code).toBe('103000')
})

test('every origin of a handset answers the call, and so does the gateway', async () => {
  simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
  const { token } = await sendHttps(simulator.handsetOrigin('cm-4g'), createHttpsRequest(simulator))
  expect(await verify(simulator, { phone: '13900139000', token })).toBe('000')
  expect((await sendHttps(simulator.origin, createHttpsRequest(simulator))).code).toBe('103000')
})

test.each([PATHS.getMobile, PATHS.getToken, PATHS.verify, '/_sim/state'])(
  'the port of the HTTPS edition does not answer %s',
  async (path) => {
    const method = path === PATHS.getMobile ? 'GET' : 'POST'
    expect((await fetch(`${simulator.httpsEditionOrigin}${path}`, { method })).status).toBe(404)
  },
)

test('the test line of the image edition does not answer the call', async () => {
  expect((await fetch(`${simulator.testLineOrigin}${PATHS.httpsGetMobile}`, { method: 'POST' })).status).toBe(404)
})

describe('the token', () => {
  let clock: number

  beforeEach(async () => {
    clock = Date.UTC(2026, 5, 1)
    simulator = await startTestSimulator({ now: () => clock })
  })

  test('is valid for two minutes, whatever the app’s lifetime of the image edition is', async () => {
    simulator.updateApp(DEMO_APP.appId, { tokenLifetimeMs: 1 })
    const inTime = await obtainHttpsToken(simulator)
    clock += 120_000
    expect(await verify(simulator, { phone: PHONE, token: inTime })).toBe('000')
    const late = await obtainHttpsToken(simulator)
    clock += 120_001
    expect(await verify(simulator, { phone: PHONE, token: late })).toBe('120020')
    expect(findCause()).toBe('tokenExpired')
  })

  test('is spent by one check', async () => {
    const token = await obtainHttpsToken(simulator)
    expect(await verify(simulator, { phone: '13900139000', token })).toBe('001')
    expect(await verify(simulator, { phone: PHONE, token })).toBe('120020')
    expect(findCause()).toBe('tokenReused')
  })

  test('is bound to its app', async () => {
    simulator.addApp({ ...DEMO_APP, appId: '300011877499' })
    const other = createHttpsRequest(simulator, { appId: '300011877499' })
    const { token } = await sendHttps(simulator.httpsEditionOrigin, other)
    expect(await verify(simulator, { phone: PHONE, token })).toBe('120020')
    expect(findCause()).toBe('tokenOfAnotherApp')
  })

  test('is bound to userInformation, as it came or percent-encoded once', async () => {
    const userInformation = 'HUAWEI%40%408.0.50%3D'
    const check = async (shown: string) =>
      verify(simulator, {
        phone: PHONE,
        token: await obtainHttpsToken(simulator, { userInformation }),
        body: { userInformation: shown },
      })
    expect(await check(userInformation)).toBe('000')
    expect(await check(encodeURIComponent(userInformation))).toBe('000')
    expect(await check('another')).toBe('120020')
    expect(await check('')).toBe('120020')
  })
})

describe('a request is refused with the code of its cause:', () => {
  test.each<[string, Fields, string, string]>([
    ['the app is unknown', { appId: '300000000000' }, '110023', 'appIdUnknown'],
    ['businessType is 2', { businessType: '2' }, '110024', 'businessTypeWrong'],
    ['a page sends a wxappid', { businessType: '1' }, '110024', 'businessTypeWrong'],
    ['a mini-program sends no wxappid', { wxappid: undefined }, '130010', 'tokenParameterMissing'],
    ['the mini-program is not listed', { wxappid: 'wx10a00cf00000ffff' }, '110029', 'wxappidMismatch'],
    ['the timestamp has 14 digits', { timestamp: '20260601120000' }, '105112', 'timestampStale'],
    ['the timestamp is a 31st of June', { timestamp: '20260631120000000' }, '105112', 'timestampStale'],
    ['traceId has 31 characters', { traceId: 'A'.repeat(31) }, '103211', 'tokenParameterMalformed'],
    ['the version is a word', { version: 'constructor' }, '103211', 'tokenParameterMalformed'],
  ])('%s', async (_, changes, code, cause) => {
    expect(await ask(changes)).toMatchObject({ code, token: '', msisdnOwner: undefined })
    expect(findCause()).toBe(cause)
  })

  test.each(['version', 'timestamp', 'appId', 'businessType', 'traceId', 'sign', 'msgId', 'userInformation'])(
    '%s is missing',
    async (name) => {
      const request = { ...createHttpsRequest(simulator), [name]: undefined }
      expect((await sendHttps(simulator.httpsEditionOrigin, request)).code).toBe('130010')
    },
  )

  test.each(['{"appId":', '', '"hello"', '[]'])('the body is %j', async (body) => {
    expect((await sendHttps(simulator.httpsEditionOrigin, body)).code).toBe('103211')
    expect(findCause()).toBe('notJson')
  })

  test.each<[string, Parameters<Simulator['updateApp']>[1], string, string]>([
    ['the capability is not granted', { capability: false }, '110023', 'capabilityNotGranted'],
    ['the contract is unbound', { contract: 'unbound' }, '110023', 'contractUnbound'],
    ['the balance is used up', { balance: 0 }, '110023', 'balanceExhausted'],
    ['the configuration is not yet in effect', { effectiveAt: Date.UTC(9999, 0) }, '110023', 'configurationPending'],
    ['the app is of the test line only', { lines: ['test'] }, '110023', 'wrongLine'],
    ['the app has the image edition only', { editions: ['image'] }, '110023', 'capabilityNotGranted'],
    ['the app has the edition for pages only', { editions: ['httpsH5'] }, '110023', 'capabilityNotGranted'],
    ['the rights have expired', { expiresAt: 0 }, '110025', 'capabilityOffline'],
    ['the scenario is H5 only', { scenarios: ['h5'] }, '170001', 'accessScenarioWrong'],
  ])('%s', async (_, patch, code, cause) => {
    simulator.updateApp(DEMO_APP.appId, patch)
    expect((await ask()).code).toBe(code)
    expect(findCause()).toBe(cause)
  })

  test('thirty tokens are unused', async () => {
    for (let count = 0; count < 30; count += 1) await obtainHttpsToken(simulator)
    expect((await ask()).code).toBe('103911')
    expect(findCause()).toBe('tooManyUnusedTokens')
  })
})

test('an app without the image edition gets no image, but verifies', async () => {
  simulator.updateApp(DEMO_APP.appId, { editions: ['httpsMiniProgram'] })
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('110027')
  expect(await verify(simulator, { phone: PHONE, token: await obtainHttpsToken(simulator) })).toBe('000')
})

describe('the timestamp', () => {
  const MINUTE = 60_000
  const askAt = (skewMs: number, offset?: number) =>
    ask({ timestamp: writeTimestamp(simulator.clock.now() + skewMs, offset) })

  beforeEach(async () => {
    simulator = await startTestSimulator({ now: () => Date.UTC(2026, 5, 1) })
  })

  test.each([0, 5 * MINUTE, -5 * MINUTE])('is accepted %d ms away from now', async (skew) => {
    expect((await askAt(skew)).code).toBe('103000')
  })

  test.each([5 * MINUTE + 1, -5 * MINUTE - 1])('is refused %d ms away from now', async (skew) => {
    expect((await askAt(skew)).code).toBe('105112')
    expect(findCause()).toBe('timestampStale')
  })

  test.each([-12 * 60, 0, 5 * 60 + 45, 14 * 60])('may be a phone’s at the UTC offset %d minutes', async (offset) => {
    expect((await askAt(0, offset)).code).toBe('103000')
  })

  test.each([-12 * 60 - 15, 14 * 60 + 15, 24 * 60])('is refused at the UTC offset %d minutes', async (offset) => {
    expect((await askAt(0, offset)).code).toBe('105112')
  })
})

describe('a page', () => {
  const SHOP = 'https://shop.example'
  const askFrom = (headers: Record<string, string>) => ask(H5, headers)

  test('of any origin is served if none is registered', async () => {
    expect((await askFrom({ origin: 'https://other.example' })).code).toBe('103000')
  })

  describe('of an app with registered origins', () => {
    beforeEach(() => simulator.updateApp(DEMO_APP.appId, { origins: [SHOP] }))

    test.each([`${SHOP}/`, `${SHOP}/login?from=cart`])('is served with the Referer %s', async (referer) => {
      expect((await askFrom({ origin: SHOP, referer })).code).toBe('103000')
    })

    test('of another origin is 110026', async () => {
      expect((await askFrom({ origin: 'https://other.example', referer: `${SHOP}/` })).code).toBe('110026')
      expect(findCause()).toBe('originNotRegistered')
    })

    test.each<Record<string, string>>([{}, { referer: 'https://other.example/' }, { referer: 'shop.example' }])(
      'with another Referer or none is 170001: %j',
      async (headers) => {
        expect((await askFrom({ origin: SHOP, ...headers })).code).toBe('170001')
        expect(findCause()).toBe('h5RefererWrong')
      },
    )

    test('is not confused with a mini-program, whose Referer is WeChat’s', async () => {
      expect((await ask({}, { referer: 'https://servicewechat.com/wx10a00cf000000000/1/page-frame.html' })).code).toBe(
        '103000',
      )
    })
  })
})

describe('a handset', () => {
  const CELLULAR = { 'x-simulator-bearer': 'cellular' }

  test.each([
    ['cm-5g', '103000', undefined, null],
    ['cm-wifi', '103111', undefined, 'wifi'],
    ['cu-5g', '103111', 'CU', 'otherCarrier'],
    ['ct-5g', '103111', 'CT', 'otherCarrier'],
    ['cm-data-only', '105002', undefined, 'dataOnlySim'],
    ['no-sim-wifi', '103111', undefined, 'wifi'],
    ['ios18-5g', '103000', undefined, null],
    ['ios18-wifi', '103111', undefined, 'wifi'],
    ['android-wifi-data', '103111', undefined, 'wifi'],
  ])('%s gets %s, with msisdnOwner %s', async (id, code, msisdnOwner, cause) => {
    simulator.setActiveHandset(id)
    expect(await ask()).toMatchObject({ code, msisdnOwner })
    expect(findCause()).toBe(cause)
  })

  test('of another carrier on Wi-Fi shows nobody’s carrier', async () => {
    simulator.updateHandset('cu-5g', { network: 'wifi' })
    simulator.setActiveHandset('cu-5g')
    expect(await ask()).toMatchObject({ code: '103111', msisdnOwner: undefined })
  })

  test.each<[string, HandsetPatch, string, string]>([
    ['with an IoT SIM', { iot: true }, '103609', 'iotSim'],
    ['on the black list', { blocked: true }, '111002', 'numberBlocked'],
  ])('%s is refused', async (_, patch, code, cause) => {
    simulator.updateHandset('cm-5g', patch)
    const { body } = await post(url(), createHttpsRequest(simulator))
    expect([body.resultCode, body.resultDesc]).toEqual([
      code,
      code === '111002' ? '黑名单号码用户' : '物联网 IP 不允许取号',
    ])
    expect(findCause()).toBe(cause)
  })

  test('without a network gets no answer', async () => {
    simulator.setActiveHandset('offline')
    await expect(ask()).rejects.toThrow('fetch failed')
  })

  test('on Wi-Fi with mobile data sends a bound request through its own SIM', async () => {
    simulator.setActiveHandset('android-wifi-data')
    const { code, token } = await ask({}, CELLULAR)
    expect(code).toBe('103000')
    expect(await verify(simulator, { phone: '13400134000', token })).toBe('000')
  })

  test('on another one’s hotspot sends a bound request through its own SIM', async () => {
    simulator.updateHandset('android-wifi-data', { hotspot: 'cm-5g' })
    simulator.setActiveHandset('android-wifi-data')
    const through = async (headers: object) =>
      verify(simulator, { phone: '13400134000', token: (await ask({}, headers)).token })
    expect([await through({}), await through(CELLULAR)]).toEqual(['001', '000'])
  })

  test('of another carrier on Wi-Fi with mobile data is told so for a bound request', async () => {
    simulator.updateHandset('android-wifi-data', { carrier: 'CU' })
    simulator.setActiveHandset('android-wifi-data')
    expect(await ask({}, CELLULAR)).toMatchObject({ code: '103111', msisdnOwner: 'CU' })
  })

  test.each(['ios18-wifi', 'cm-wifi', 'no-sim-wifi'])(
    '%s cannot bind a request to mobile data: it gets no answer',
    async (id) => {
      simulator.setActiveHandset(id)
      await expect(ask({}, CELLULAR)).rejects.toThrow('fetch failed')
      expect(simulator.traces(1)[0]?.exchanges[0]?.enrichment).toMatchObject({ cause: 'noMobileData' })
    },
  )

  test('on a mobile network is not affected by the binding', async () => {
    expect((await ask({}, CELLULAR)).code).toBe('103000')
  })

  test('cannot forge a number', async () => {
    simulator.setActiveHandset('cm-wifi')
    expect((await ask({}, { 'x-up-calling-line-id': PHONE, msisdn: PHONE })).code).toBe('103111')
  })
})

describe('a wrong signature is 103101', () => {
  test('with any field altered after signing', async () => {
    const other = createHttpsRequest(simulator)
    const altered = [{ msgId: other.msgId }, { traceId: other.traceId }, { version: '1.1' }, { sign: 'A'.repeat(32) }]
    for (const change of altered) {
      const request = { ...createHttpsRequest(simulator), ...change }
      expect((await sendHttps(simulator.httpsEditionOrigin, request)).code).toBe('103101')
    }
  })

  test('and is found before the network: only the customer learns more', async () => {
    simulator.setActiveHandset('cu-5g')
    const request = { ...createHttpsRequest(simulator), sign: 'A'.repeat(32) }
    expect(await sendHttps(simulator.httpsEditionOrigin, request)).toMatchObject({
      code: '103101',
      msisdnOwner: undefined,
    })
  })

  test('by another app’s key, whose appId the trace names', async () => {
    simulator.addApp({ appId: '300011877499', appKey: 'another-appKey-1234567' })
    const request = createHttpsRequest(simulator)
    const sign = signHttps(request, 'another-appKey-1234567')
    expect((await sendHttps(simulator.httpsEditionOrigin, { ...request, sign })).code).toBe('103101')
    const [exchange] = simulator.traces(1)[0]?.exchanges ?? []
    expect(exchange).toMatchObject({
      answer: { cause: 'appKeyWrong' },
      md5: { verified: false, reason: 'keyOfAnotherApp', found: '300011877499' },
    })
  })

  test('by an earlier attempt', async () => {
    const earlier = createHttpsRequest(simulator)
    await sendHttps(simulator.httpsEditionOrigin, earlier)
    const request = { ...createHttpsRequest(simulator), sign: earlier.sign }
    expect((await sendHttps(simulator.httpsEditionOrigin, request)).code).toBe('103101')
    expect(findCause()).toBe('signedAnotherAttempt')
  })
})

describe('the test line', () => {
  const askTestLine = (changes: Fields) =>
    sendHttps(simulator.httpsEditionTestLineOrigin, createHttpsRequest(simulator, changes))

  beforeEach(() => simulator.setActiveHandset('offline'))

  test.each<[string, Fields]>([
    ['mini-program', {}],
    ['page', H5],
  ])('takes the number of a %s from expandParams', async (_, changes) => {
    const { token } = await askTestLine({ ...changes, expandParams: 'callType=6006|phoneNum=18818888888' })
    const { testLineOrigin } = simulator
    expect(await verify(simulator, { phone: '18818888888', token }, testLineOrigin)).toBe('000')
  })

  test.each(['callType=6006', 'phoneNum=188185*****'])('answers 130010 to expandParams %s', async (expandParams) => {
    expect((await askTestLine({ expandParams })).code).toBe('130010')
    expect(findCause()).toBe('testPhoneNumMissing')
  })

  test('shares no token with production', async () => {
    const { token } = await askTestLine({ expandParams: 'phoneNum=18818888888' })
    expect(await verify(simulator, { phone: '18818888888', token })).toBe('120020')
  })
})

test('faults and magic numbers apply as to the other calls', async () => {
  simulator.once('httpsGetMobile', { code: '103211' })
  expect((await ask()).code).toBe('103211')
  simulator.once('httpsGetMobile', { wrongMsgId: true })
  const request = createHttpsRequest(simulator)
  expect((await sendHttps(simulator.httpsEditionOrigin, request)).header.msgId).not.toBe(request.msgId)
  simulator.once('httpsGetMobile', { malformedJson: true })
  await expect(ask()).rejects.toThrow('JSON')
  simulator.updateHandset('cm-5g', { msisdn: '16004103609' })
  expect((await ask()).code).toBe('103609')
})
