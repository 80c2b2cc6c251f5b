// getMobile.htm: an image if the number was retrieved, and every concrete code by its real cause.
import { PATHS } from '@local-number/protocol'
import type { Simulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { createAttempt, type Fields, getToken, readImageAnswer, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

test('getMobile answers a tiny image that must not be cached', async () => {
  const query = { ...createAttempt(), openType: '1', expandParams: 'callType=6005', userInformation: 'x' } as Record<
    string,
    string
  >
  const url = `${simulator.origin}/NumberAbility/h5/getMobile.htm?${new URLSearchParams(query)}`
  const response = await fetch(url)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('image/gif')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(0, 6)
      .toString(),
  ).toBe('GIF89a')
})

test('a failed getMobile answers 500 with the concrete code in its body', async () => {
  simulator.setActiveHandset('cm-wifi')
  expect(await retrieveNumber(simulator.origin, createAttempt())).toEqual({
    status: 500,
    type: 'application/json; charset=utf-8',
    outerCode: '500',
    innerCode: '111002',
  })
})

test.each<[string, Fields, string]>([
  ['msgId is missing', { msgId: undefined }, '130010'],
  ['userInformation is empty', { userInformation: '' }, '130010'],
  ['openType is 2', { openType: '2' }, '130030'],
  ['openType is a word', { openType: 'constructor' }, '130030'],
  ['msgId has 31 characters', { msgId: 'a'.repeat(31) }, '130030'],
  ['uuid has 33 characters', { uuid: 'a'.repeat(33) }, '130030'],
  ['the version is 2.0', { version: '2.0' }, '130030'],
  ['the timestamp has 14 digits', { timestamp: '20260601120000' }, '130030'],
  ['callType is that of getToken', { expandParams: 'callType=6006' }, '130030'],
  ['the app is unknown', { appId: '300000000000' }, '110028'],
  ['the mini-program is not listed', { wxappid: 'wx10a00cf00000ffff' }, '110029'],
])('getMobile answers its code when %s', async (_, changes, code) => {
  expect((await retrieveNumber(simulator.origin, createAttempt(), changes)).innerCode).toBe(code)
})

test('getMobile answers 130030 for a repeated field', async () => {
  const query = new URLSearchParams({
    ...(createAttempt() as Record<string, string>),
    openType: '1',
    userInformation: 'x',
  })
  const response = await fetch(`${simulator.origin}/NumberAbility/h5/getMobile.htm?${query}&uuid=${'b'.repeat(32)}`)
  expect((await readImageAnswer(response)).innerCode).toBe('130030')
})

describe('an app that accepts WeChat DevTools', () => {
  const ids = () => createAttempt({ wxappid: 'wx0123456789abcdef' })
  beforeEach(() => simulator.updateApp(REGISTERED_APP.appId, { devTools: true }))

  test.each([
    ['its own Referer', 'https://servicewechat.com/wx0123456789abcdef/devtools/page-frame.html'],
    ['the Referer of its pages', 'http://127.0.0.1:38123/__pageframe__/pages/standard/index'],
  ])(
    'answers a request with %s and an unregistered mini-program id with an image, and then a token',
    async (_, referer) => {
      const attempted = ids()
      expect((await retrieveNumber(simulator.origin, attempted, {}, { referer })).innerCode).toBe('000000')
      expect((await getToken(simulator.origin, attempted)).code).toBe('000000')
    },
  )

  test.each([
    ['Android', 'https://servicewechat.com/wx0123456789abcdef/0/page-frame.html'],
    ['iOS', 'https://servicewechat.com/'],
  ])('refuses the Referer of a phone with %s', async (_, referer) => {
    expect((await retrieveNumber(simulator.origin, ids(), {}, { referer })).innerCode).toBe('111034')
  })

  test('refuses DevTools as soon as it does not accept it any more', async () => {
    simulator.updateApp(REGISTERED_APP.appId, { devTools: false })
    const referer = 'https://servicewechat.com/wx10a00cf000000000/devtools/page-frame.html'
    expect((await retrieveNumber(simulator.origin, createAttempt(), {}, { referer })).innerCode).toBe('111034')
  })
})

describe('the Referer of getMobile', () => {
  const referer = { referer: 'https://servicewechat.com/wx10a00cf000000000/1/page-frame.html' }

  test('is refused with 111034 from a mini-program', async () => {
    expect((await retrieveNumber(simulator.origin, createAttempt(), {}, referer)).innerCode).toBe('111034')
  })

  test('must not be missing from an H5 page (170001)', async () => {
    const page = { wxappid: undefined }
    expect((await retrieveNumber(simulator.origin, createAttempt(), page)).innerCode).toBe('170001')
    expect((await retrieveNumber(simulator.origin, createAttempt(), page, referer)).innerCode).toBe('000000')
  })

  // Math.random() writes up to 22 decimals.
  test.each(['0.8412345678901234', '0.0000123456789012345678'])(
    'getMobile accepts the H5 edition’s msgId %s from a page',
    async (msgId) => {
      const ids = {
        wxappid: undefined,
        msgId,
        uuid: 'ab12cd34-ab12-cd34-ef56-ab12cd34ef56',
        version: '1.0',
      }
      expect((await retrieveNumber(simulator.origin, createAttempt(ids), {}, referer)).innerCode).toBe('000000')
    },
  )
})

test.each([
  ['h5', undefined, '170001'],
  ['miniProgram', undefined, '000000'],
  ['h5', { wxappid: undefined }, '000000'],
  ['miniProgram', { wxappid: undefined }, '170001'],
] as const)('an app for %s only, called with the changes %j, answers %s', async (scenario, page, code) => {
  simulator.updateApp(REGISTERED_APP.appId, { scenarios: [scenario] })
  const headers = page ? { referer: 'http://localhost:10086/' } : {}
  expect((await retrieveNumber(simulator.origin, createAttempt(), page, headers)).innerCode).toBe(code)
})

test.each([
  ['is for mini-programs only', ['miniProgram'], 'accessScenarioWrong'],
  ['accepts H5', ['h5', 'miniProgram'], 'h5RefererWrong'],
] as const)(
  'an H5 page without a Referer, whose app %s, is refused (scenarios %j) with the cause %s',
  async (_, scenarios, cause) => {
    simulator.updateApp(REGISTERED_APP.appId, { scenarios })
    expect((await retrieveNumber(simulator.origin, createAttempt(), { wxappid: undefined })).innerCode).toBe('170001')
    expect(simulator.traces(1)[0]?.exchanges[0]?.answer?.cause).toBe(cause)
  },
)

test('a HEAD request retrieves no number', async () => {
  const query = new URLSearchParams(createAttempt() as Record<string, string>)
  const { status } = await fetch(`${simulator.origin}${PATHS.getMobile}?${query}`, { method: 'HEAD' })
  expect([status, simulator.traces()]).toEqual([405, []])
})
