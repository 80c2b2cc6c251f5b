// What bounds the calls to the captcha's provider, and how often a proof counts.
import { createMemoryStores, type Stores } from '../../src'
import type { SmsOptions, VerifyCaptcha } from '../../src/sms'
import { createSession, NOON, OTHER, PHONE } from '../support/business'
import { type SmsBusiness, solveCaptcha, startSms, verifyCaptcha, WIDE } from './support/sms'

const ADDRESS = { address: '203.0.113.7' }
const NEIGHBOR = { address: '203.0.113.8' }

let stores: Stores
let sms: SmsBusiness
const started: SmsBusiness[] = []
const asked = jest.fn(verifyCaptcha)

/** Everybody needs a captcha: sessions and addresses have no message without one after the first. */
const start = async (options: Partial<SmsOptions> = {}) => {
  const limits = { ...WIDE, sendsPerSession: 1, sendsPerNumber: 1000, messagesPerHour: 100_000, ...options.limits }
  const times = { resendMs: 0, ...options.times }
  sms = await startSms({ stores, sms: { verifyCaptcha: asked, ...options, limits, times } })
  started.push(sms)
  return sms
}

/** The library that counts reads the real clock, too. */
beforeEach(() => {
  jest.useFakeTimers({ now: NOON, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask', 'setTimeout'] })
  stores = createMemoryStores({ now: () => Date.now() })
  asked.mockReset().mockImplementation(verifyCaptcha)
})

afterEach(async () => {
  jest.useRealTimers()
  await Promise.all(started.splice(0).map((one) => one.stop()))
})

const passTime = (ms: number) => {
  for (const { clock } of started) clock.ms += ms
  jest.setSystemTime(Date.now() + ms)
}

const refusal = (code: string, facts: object = {}) => ({ code, facts })
const LIMITED = refusal('rateLimited', { reason: 'failedCaptchasPerClient', retryAfterMs: expect.any(Number) })

/** A session that has no message left without a captcha. */
async function createBusySession(): Promise<{ readonly session: string }> {
  const session = createSession()
  await sms.send({ phone: '13900139000', session }, { address: '198.51.100.1' })
  return { session }
}

const sendMadeUp = async (count: number, changes = {}, facts = ADDRESS) => {
  const session = await createBusySession()
  for (let index = 0; index < count; index += 1) {
    const request = sms.send({ ...session, captcha: `made-up-${index}`, ...changes }, facts)
    await expect(request).rejects.toMatchObject(refusal('captchaRefused'))
  }
}

describe('made-up proofs', () => {
  const limits = { failedCaptchasPerClient: 3 }

  it('end for their client: the provider is then not asked, and it still is for others', async () => {
    await start({ limits })
    await sendMadeUp(3)
    const session = await createBusySession()
    await expect(sms.send({ ...session, captcha: 'made-up' }, ADDRESS)).rejects.toMatchObject(LIMITED)
    expect(asked).toHaveBeenCalledTimes(3)
    await sms.send({ ...session, ...solveCaptcha() }, NEIGHBOR)
    passTime(60_000)
    await sms.send({ ...session, ...solveCaptcha() }, ADDRESS)
  })

  it('count over all processes', async () => {
    const one = await start({ limits })
    await start({ limits })
    await sendMadeUp(3)
    const session = await createBusySession()
    // Each process learns of it by its own next failure.
    await expect(one.send({ ...session, captcha: 'made-up' }, ADDRESS)).rejects.toMatchObject(refusal('captchaRefused'))
    await expect(one.send({ ...session, captcha: 'made-up' }, ADDRESS)).rejects.toMatchObject(LIMITED)
    expect(asked).toHaveBeenCalledTimes(4)
  })

  it('leave those who share an address one proof a second', async () => {
    await start({ limits })
    await sendMadeUp(3)
    passTime(1_001)
    const session = await createBusySession()
    await sms.send({ ...session, ...solveCaptcha() }, ADDRESS)
    await expect(sms.send({ ...session, ...solveCaptcha() }, ADDRESS)).rejects.toMatchObject(LIMITED)
  })

  it('do not stop a device that verified the number, and neither does a flood from it stop others', async () => {
    await start({ limits })
    const device = createSession()
    await sms.send({ device }, NEIGHBOR)
    await sms.check(sms.readCode(), { device }, NEIGHBOR)
    await sendMadeUp(3)
    const session = await createBusySession()
    await sms.send({ ...session, device, ...solveCaptcha() }, ADDRESS)
    passTime(60_000)
    await sendMadeUp(3, { device })
    await expect(sms.send({ ...session, device, ...solveCaptcha() }, NEIGHBOR)).rejects.toMatchObject(LIMITED)
    await sms.send({ ...session, phone: OTHER, ...solveCaptcha() }, ADDRESS)
  })

  it('count also where the provider fails at them', async () => {
    await start({ limits })
    asked.mockRejectedValue(new Error('InvalidParameter'))
    const session = await createBusySession()
    for (let index = 0; index < 3; index += 1) {
      const request = sms.send({ ...session, captcha: `made-up-${index}` }, ADDRESS)
      await expect(request).rejects.toMatchObject(refusal('messageUnavailable'))
    }
    await expect(sms.send({ ...session, captcha: 'made-up' }, ADDRESS)).rejects.toMatchObject(LIMITED)
  })

  it('count as one each, however long a provider takes', async () => {
    await start({ limits: { failedCaptchasPerClient: 100 } })
    let end: () => void = () => undefined
    const isOver = new Promise<void>((resolve) => (end = resolve))
    asked.mockImplementation(async () => {
      await isOver
      return false
    })
    const session = await createBusySession()
    const all = Array.from({ length: 200 }, (_, index) =>
      sms.send({ ...session, captcha: `made-up-${index}` }, ADDRESS),
    )
    const ends = Promise.allSettled(all)
    while (asked.mock.calls.length < 64) await new Promise((resolve) => setImmediate(resolve))
    end()
    const codes = (await ends).map((each) => each.status === 'rejected' && each.reason.code)
    expect(codes.filter((code) => code === 'captchaRefused')).toHaveLength(64)
    expect(codes.filter((code) => code === 'overloaded')).toHaveLength(136)
    expect(asked).toHaveBeenCalledTimes(64)
    asked.mockImplementation(verifyCaptcha)
    await sms.send({ ...session, ...solveCaptcha() }, ADDRESS)
  })
})

describe('a proof', () => {
  it('is good for one message, whoever sends it again', async () => {
    await start()
    const [first, second] = [await createBusySession(), await createBusySession()]
    const proof = solveCaptcha()
    await sms.send({ ...first, ...proof }, ADDRESS)
    await expect(sms.send({ ...first, ...proof }, ADDRESS)).rejects.toMatchObject(refusal('captchaRefused'))
    const another = { ...second, phone: OTHER, ...proof }
    await expect(sms.send(another, NEIGHBOR)).rejects.toMatchObject(refusal('captchaRefused'))
    passTime(23 * 3_600_000)
    const later = { ...(await createBusySession()), ...proof }
    await expect(sms.send(later, NEIGHBOR)).rejects.toMatchObject(refusal('captchaRefused'))
  })

  it('is good for one of many messages at the same time, in all processes together', async () => {
    const all = [await start(), await start()]
    const sessions = await Promise.all(Array.from({ length: 20 }, createBusySession))
    for (const { messages } of all) messages.length = 0
    const proof = solveCaptcha()
    const requests = sessions.map((session, index) =>
      all[index % 2]?.send({ ...session, phone: `1380013${1000 + index}`, ...proof }, ADDRESS),
    )
    const ends = await Promise.allSettled(requests)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(all.flatMap(({ messages }) => messages)).toHaveLength(1)
  })

  it('that is sent again and again counts as failed', async () => {
    await start({ limits: { failedCaptchasPerClient: 2 } })
    const session = await createBusySession()
    const proof = solveCaptcha()
    await sms.send({ ...session, ...proof }, ADDRESS)
    const again = () => sms.send({ ...session, ...proof }, ADDRESS)
    for (let index = 0; index < 2; index += 1) {
      await expect(again()).rejects.toMatchObject(refusal('captchaRefused'))
    }
    await expect(again()).rejects.toMatchObject(LIMITED)
    expect(asked).toHaveBeenCalledTimes(3)
  })

  it('is kept as a keyed hash', async () => {
    const keys: string[] = []
    const { counters } = stores
    stores = { ...stores, counters: { add: (key, ...rest) => (keys.push(key), counters.add(key, ...rest)) } }
    await start()
    const { captcha } = solveCaptcha()
    await sms.send({ ...(await createBusySession()), captcha }, ADDRESS)
    expect(keys.filter((key) => key.startsWith('captcha:'))).toHaveLength(1)
    expect(keys.join()).not.toContain(captcha)
  })
})

it('the log names a provider that cannot be found', async () => {
  await start()
  asked.mockRejectedValue(new Error('getaddrinfo ENOTFOUND captcha.example.com'))
  const session = await createBusySession()
  await sms.send({ ...session, captcha: 'solved-aBcDeFgHiJkLmNoPqRsT' }, ADDRESS).catch(() => undefined)
  expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'captchaUnavailable', reason: 'ENOTFOUND' }))
})

it.each([
  ['as its code', (proof: string) => ({ code: proof })],
  ['as its name', (proof: string) => ({ code: undefined, name: `Refused:${proof}` })],
  ['in part', (proof: string) => ({ code: proof.slice(7) })],
])('a proof that the provider’s error quotes %s does not reach the log', async (_, quote) => {
  await start()
  asked.mockImplementation(async (proof) => {
    throw Object.assign(new Error(proof), quote(proof))
  })
  const session = await createBusySession()
  await sms.send({ ...session, captcha: 'solved-aBcDeFgHiJkLmNoPqRsT' }, ADDRESS).catch(() => undefined)
  expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'captchaUnavailable' }))
  expect(JSON.stringify(sms.lines)).not.toContain('aBcDeFgHiJkLmNoPqRsT')
})

it('the code of a provider’s error reaches the log', async () => {
  await start()
  asked.mockRejectedValue(Object.assign(new Error('no'), { code: 'AuthFailure.SignatureFailure' }))
  const session = await createBusySession()
  await sms.send({ ...session, ...solveCaptcha() }, ADDRESS).catch(() => undefined)
  expect(sms.lines).toContainEqual(expect.objectContaining({ reason: 'AuthFailure.SignatureFailure' }))
})

describe('a provider that does not answer', () => {
  const hang: VerifyCaptcha = () => new Promise(() => undefined)

  it('is told when nobody waits any more', async () => {
    await start({ times: { captchaTimeoutMs: 20 } })
    asked.mockImplementation(hang)
    const session = await createBusySession()
    await expect(sms.send({ ...session, captcha: 'slow' }, ADDRESS)).rejects.toMatchObject(
      refusal('messageUnavailable'),
    )
    expect(asked.mock.calls[0]?.[1].signal.aborted).toBe(true)
  })

  it('holds 64 proofs and no more, also those that nobody waits for any more', async () => {
    await start({ times: { captchaTimeoutMs: 20 } })
    asked.mockImplementation(hang)
    const session = await createBusySession()
    const send = (index: number) =>
      sms.send({ ...session, captcha: `slow-${index}` }, { address: `198.51.100.${index}` })
    await Promise.allSettled(Array.from({ length: 64 }, (_, index) => send(index)))
    await expect(send(64)).rejects.toMatchObject(refusal('overloaded', { retryAfterMs: 1_000 }))
    expect(asked).toHaveBeenCalledTimes(64)
  })

  it('costs no proof: the same one counts once it answers again', async () => {
    await start({ times: { captchaTimeoutMs: 20 } })
    asked.mockImplementation(hang)
    const request = { ...(await createBusySession()), phone: PHONE, ...solveCaptcha() }
    await expect(sms.send(request, ADDRESS)).rejects.toMatchObject(refusal('messageUnavailable'))
    asked.mockImplementation(verifyCaptcha)
    await sms.send(request, ADDRESS)
  })
})
