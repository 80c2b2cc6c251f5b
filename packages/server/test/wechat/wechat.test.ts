// From a code of WeChat's button to a ticket.
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { WechatPhoneRequest } from '@local-number/protocol'
import { decodeJwt } from 'jose'
import { type CallFacts, createMemoryStores, type LocalNumberServerOptions, type LogFields } from '../../src'
import type { BeforeTicket } from '../../src/verify/before-ticket'
import { type Business, createFacts, createPreSign, createSession, PHONE, startBusiness } from '../support/business'
import { PHONE_PATH, startWechat, TOKEN_PATH, WECHAT_APP, type WechatStandIn } from '../support/wechat-stand-in'

const CONSENT = { version: 'wechat-1' } as const
const MAINLAND = { purePhoneNumber: PHONE, countryCode: '86' }
const BINDING = 'b'.repeat(43)

let wechat: WechatStandIn
let business: Business
const lines: LogFields[] = []
const note = (fields: LogFields, text: string) => void lines.push({ ...fields, text })

async function start(changes: Partial<LocalNumberServerOptions> = {}): Promise<void> {
  business = await startBusiness({
    wechat: { ...WECHAT_APP, origin: wechat.origin, consentVersions: ['wechat-1'] },
    log: { info: note, warn: note, error: note },
    ...changes,
  })
}

const ask = async (changes: Partial<WechatPhoneRequest> = {}, facts: Partial<CallFacts> = {}) =>
  business.server.wechatPhone!(
    { code: wechat.issueCode(MAINLAND), consent: CONSENT, session: createSession(), ...changes },
    createFacts(facts),
  )

beforeEach(async () => {
  lines.length = 0
  wechat = await startWechat()
})

afterEach(async () => {
  await business.stop()
  await wechat.close()
})

it('a code gets the number, and a bound ticket that says WeChat proved it', async () => {
  await start()
  const { ticket = '', ...answer } = await ask({ binding: BINDING })
  expect(answer).toEqual({ outcome: 'verified', phone: PHONE, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(decodeJwt(ticket)).toMatchObject({
    phone_number: `+86${PHONE}`,
    amr: ['wechat'],
    binding: BINDING,
    trace_id: answer.traceId,
    auth_time: business.clock.ms / 1000,
  })
})

it('a code that was used before is expired', async () => {
  await start()
  const code = wechat.issueCode(MAINLAND)
  await ask({ code })
  expect(await ask({ code })).toEqual({ outcome: 'expiredCode', traceId: expect.any(String) })
})

it('of ten requests with one code at the same time, one gets the number', async () => {
  await start()
  const code = wechat.issueCode(MAINLAND)
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ code })))
  expect(answers.filter(({ outcome }) => outcome === 'verified')).toHaveLength(1)
})

it('a number of another country is refused', async () => {
  await start()
  const code = wechat.issueCode({ purePhoneNumber: '61234567', countryCode: '852' })
  await expect(ask({ code })).rejects.toMatchObject({ code: 'countryUnsupported', status: 422 })
})

it('a number of China that is no mobile number is refused', async () => {
  await start()
  const code = wechat.issueCode({ purePhoneNumber: '01012345678', countryCode: '86' })
  await expect(ask({ code })).rejects.toMatchObject({ code: 'phoneMalformed' })
})

describe('without the consent of this way', () => {
  it.each([
    ['none', null],
    ['the carrier’s', { version: '2026-01' }],
  ])('WeChat is not asked: %s', async (_, consent) => {
    await start()
    await expect(ask({ consent: consent as never })).rejects.toMatchObject({ code: 'consentRequired' })
    expect(wechat.calls).toEqual([])
  })
})

it('the receipt is kept before WeChat is asked, and says whose terms they were', async () => {
  const receipts: unknown[] = []
  await start({ onConsent: (receipt) => void receipts.push({ ...receipt, calls: wechat.calls.length }) })
  await ask()
  expect(receipts).toEqual([expect.objectContaining({ way: 'wechat', version: 'wechat-1', calls: 0 })])
})

it('WeChat is not asked if the receipt cannot be kept', async () => {
  await start({ onConsent: () => Promise.reject(new Error('disk full')) })
  await expect(ask()).rejects.toBeDefined()
  expect(wechat.calls).toEqual([])
})

describe('made-up codes', () => {
  const facts = { address: '203.0.113.7' }
  const makeUp = (index: number) => ask({ code: `made-up-${index}` }, facts)

  it('are bounded by their client: WeChat is then not asked, and others still are', async () => {
    await start({ limits: { failedExchangesPerClient: 2 } })
    await makeUp(1)
    await makeUp(2)
    wechat.calls.length = 0
    const refusal = { reason: 'failedExchangesPerClient', retryAfterMs: expect.any(Number) }
    await expect(makeUp(3)).rejects.toMatchObject({ code: 'rateLimited', facts: refusal })
    expect(wechat.calls).toEqual([])
    expect(await ask({}, { address: '203.0.113.8' })).toMatchObject({ outcome: 'verified' })
  })

  it('leave their client its signatures, as it leaves codes of WeChat their exchange', async () => {
    await start({ limits: { signsPerIpv4: 1, failedExchangesPerClient: 2 } })
    await makeUp(1)
    for (let login = 0; login < 5; login += 1) expect(await ask({}, facts)).toMatchObject({ outcome: 'verified' })
    await makeUp(2)
    const body = {
      preSign: createPreSign(business.clock.ms),
      consent: { version: '2026-01' },
      session: createSession(),
    }
    expect(await business.server.sign(body, createFacts(facts))).toMatchObject({ attemptId: expect.any(String) })
  })

  it('count also where WeChat answers them with a fault', async () => {
    await start({ limits: { failedExchangesPerClient: 1 } })
    wechat.answerWith(PHONE_PATH, (response) => response.end('{"errcode":45011}'))
    await expect(makeUp(1)).rejects.toMatchObject({ code: 'wechatUnavailable' })
    await expect(makeUp(2)).rejects.toMatchObject({ code: 'rateLimited' })
  })
})

it('a WeChat that hangs is asked by so many at once and no more, and they give their places back', async () => {
  await start()
  await ask()
  const held: (() => void)[] = []
  wechat.answerWith(PHONE_PATH, (response) => void held.push(() => response.end('{"errcode":45011}')))
  const receipts = lines.length
  const all = Promise.allSettled(
    Array.from({ length: 300 }, (_, index) => ask({}, { address: `203.0.113.${index % 200}` })),
  )
  while (held.length < 256) await wait(5)
  for (const end of held) end()
  const codes = (await all).map((end) => end.status === 'rejected' && end.reason.code)
  expect(codes.filter((code) => code === 'overloaded')).toHaveLength(44)
  expect(codes.filter((code) => code === 'wechatUnavailable')).toHaveLength(256)
  expect(lines.slice(receipts).filter(({ version }) => version !== undefined).length).toBeLessThanOrEqual(256)
  wechat.answerWith(PHONE_PATH, null)
  expect(await ask()).toMatchObject({ outcome: 'verified' })
})

describe('a WeChat that is down', () => {
  const unavailable = { code: 'wechatUnavailable', status: 503 }
  const answerWithOutage = (path = PHONE_PATH) => wechat.answerWith(path, (response) => response.end('{"errcode":-1}'))
  /** From many addresses: none of them reaches its limit of failed exchanges. */
  const askOften = (times: number) =>
    Promise.allSettled(Array.from({ length: times }, (_, index) => ask({}, { address: `198.51.100.${index}` })))
  const receipts: unknown[] = []

  beforeEach(async () => {
    receipts.length = 0
    await start({
      onConsent: (receipt) => void receipts.push(receipt),
      limits: { failedExchangesPerClient: 1 },
    })
  })

  it('is not asked after many failures: the answer comes at once, says how long to wait, and keeps no receipt', async () => {
    answerWithOutage()
    await askOften(30)
    wechat.calls.length = 0
    receipts.length = 0
    for (let request = 0; request < 3; request += 1) {
      const error = await ask({}, { address: '203.0.113.7' }).catch((error) => error)
      expect(error).toMatchObject(unavailable)
      expect(error.facts.retryAfterMs).toBeGreaterThan(0)
      expect(error.facts.retryAfterMs).toBeLessThanOrEqual(10_000)
    }
    expect([wechat.calls, receipts]).toEqual([[], []])
    expect(lines).toContainEqual(expect.objectContaining({ code: 'wechatDown' }))
  })

  it.each([
    ['hangs', () => undefined],
    ['breaks connections', (response: ServerResponse) => response.destroy()],
    ['answers as a gateway does', (response: ServerResponse) => response.writeHead(502).end('<html>')],
  ])('is one that %s', async (_, answer) => {
    await business.stop()
    await start({ wechat: { ...WECHAT_APP, origin: wechat.origin, consentVersions: ['wechat-1'], timeoutMs: 50 } })
    wechat.answerWith(TOKEN_PATH, answer)
    await askOften(30)
    wechat.calls.length = 0
    await expect(ask()).rejects.toMatchObject(unavailable)
    expect(wechat.calls).toEqual([])
  })

  it.each(['{"errcode":40029}', '{"errcode":45011}', '{"errcode":47001}', '{"errcode":0}'])(
    'is none that answers %s, which codes of a stranger may cause',
    async (answer) => {
      wechat.answerWith(PHONE_PATH, (response) => response.end(answer))
      await askOften(100)
      wechat.answerWith(PHONE_PATH, null)
      expect(await ask({}, { address: '203.0.113.7' })).toMatchObject({ outcome: 'verified' })
    },
  )
})

it('a WeChat that does not answer is unavailable for a while, and the log says why', async () => {
  await start()
  wechat.answerWith(PHONE_PATH, (response) => response.end('{"errcode":-1}'))
  await expect(ask()).rejects.toMatchObject({
    code: 'wechatUnavailable',
    status: 503,
    facts: { retryAfterMs: 10_000 },
  })
  expect(lines).toContainEqual(expect.objectContaining({ code: 'wechatUnavailable', reason: 'errcode -1' }))
})

describe('beforeTicket', () => {
  it('hears by which way the number was proven, and may refuse', async () => {
    const heard: Parameters<BeforeTicket>[0][] = []
    await start({
      stores: createMemoryStores(),
      beforeTicket: async (verified) => {
        heard.push(verified)
        return { refuse: 'blocked' }
      },
    })
    await expect(ask()).rejects.toMatchObject({ code: 'loginRefused', facts: { reason: 'blocked' } })
    expect(heard).toEqual([expect.objectContaining({ way: 'wechat', device: null, lastVerifiedAt: null })])
  })
})

it('neither number, code, token nor secret reaches the log', async () => {
  await start()
  const code = wechat.issueCode(MAINLAND)
  await ask({ code })
  wechat.answerWith(PHONE_PATH, (response) => response.destroy())
  await ask().catch(() => undefined)
  wechat.answerWith(TOKEN_PATH, (response) => response.end('<html>'))
  const log = JSON.stringify(lines)
  for (const secret of [PHONE, code, wechat.accessToken, WECHAT_APP.appSecret]) expect(log).not.toContain(secret)
})

it('is there with its options alone', async () => {
  await start({ wechat: undefined })
  expect(business.server.wechatPhone).toBeUndefined()
})
