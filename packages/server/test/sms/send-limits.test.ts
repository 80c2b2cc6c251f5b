// Who gets a message, and when a captcha, a wait or a cap comes instead.
import type { SmsOptions, VerifyCaptcha } from '../../src/sms'
import { createSession, OTHER } from '../support/business'
import { MINUTE, type SmsBusiness, solveCaptcha, startSms, verifyCaptcha, WIDE } from './support/sms'

const HOUR = 60 * MINUTE
/** From the tests' noon to midnight in Shanghai. */
const TO_MIDNIGHT = 12 * HOUR

let sms: SmsBusiness

afterEach(() => sms.stop())

const start = async (...values: Parameters<typeof startSms>) => {
  sms = await startSms(...values)
  return sms
}

const createNumber = (index: number) => `13${String(index % 10)}${String(10_000_000 + index * 10_007).slice(0, 8)}`

const sendAfterGap = (...values: Parameters<SmsBusiness['send']>) => {
  sms.clock.ms += MINUTE
  return sms.send(...values)
}

const refusal = (code: string, facts: object = {}) => ({ code, facts })

describe('the messages of one session', () => {
  it('need a captcha from the fourth on', async () => {
    await start({ sms: { verifyCaptcha } })
    for (let message = 0; message < 3; message += 1) await sendAfterGap()
    // Who cannot show one waits, as where there is none.
    const wait = { retryAfterMs: TO_MIDNIGHT - 4 * MINUTE }
    await expect(sendAfterGap()).rejects.toMatchObject({ code: 'captchaRequired', facts: wait })
    await expect(sms.send({ captcha: 'wrong' })).rejects.toMatchObject(refusal('captchaRefused'))
    await sms.send(solveCaptcha())
    await expect(sendAfterGap()).rejects.toMatchObject(refusal('captchaRequired'))
    expect(sms.messages).toHaveLength(4)
  })

  it('wait for the next day where there is no captcha', async () => {
    await start()
    for (let message = 0; message < 3; message += 1) await sendAfterGap()
    const wait = { reason: 'sendsPerSession', retryAfterMs: TO_MIDNIGHT - 4 * MINUTE }
    await expect(sendAfterGap(solveCaptcha())).rejects.toMatchObject(refusal('rateLimited', wait))
    sms.clock.ms += wait.retryAfterMs
    await sms.send()
  })

  it('are counted exactly, also when they race', async () => {
    await start({ sms: { verifyCaptcha } })
    const requests = Array.from({ length: 10 }, (_, index) => sms.send({ phone: createNumber(index) }))
    const answers = await Promise.allSettled(requests)
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(3)
    expect(sms.messages.length).toBeLessThanOrEqual(3)
    await expect(sendAfterGap({ phone: OTHER })).rejects.toMatchObject(refusal('captchaRequired'))
  })
})

describe.each([
  ['an IPv4 address', '203.0.113.7', '203.0.113.7'],
  ['an IPv6 network', '2001:db8:1:2::1', '2001:db8:1:2:ffff::1'],
  ['clients whose address is unknown', undefined, undefined],
])('the messages of %s', (_, address, neighbor) => {
  it('need a captcha from the tenth on, whatever session and number', async () => {
    await start({ sms: { verifyCaptcha } })
    const send = (index: number, changes = {}, from = address) =>
      sms.send({ phone: createNumber(index), session: createSession(), ...changes }, { address: from })
    for (let index = 0; index < 9; index += 1) await send(index)
    await expect(send(9, {}, neighbor)).rejects.toMatchObject(refusal('captchaRequired'))
    await send(9, solveCaptcha(), neighbor)
    await send(10, {}, '198.51.100.1')
  })
})

it('another IPv6 network of the same site has messages of its own', async () => {
  await start()
  const send = (index: number, address: string) =>
    sms.send({ phone: createNumber(index), session: createSession() }, { address })
  for (let index = 0; index < 9; index += 1) await send(index, '2001:db8:1:2::1')
  await send(9, '2001:db8:1:3::1')
  await expect(send(10, '2001:db8:1:2::1')).rejects.toMatchObject(refusal('rateLimited', { reason: 'sendsPerAddress' }))
})

it('the networks of an IPv6 site together have ten times the messages of one, whatever their number', async () => {
  await start({ sms: { verifyCaptcha, limits: { sendsPerAddress: 2 } } })
  const send = (index: number, changes = {}) =>
    sms.send(
      { phone: createNumber(index), session: createSession(), ...changes },
      { address: `2001:db8:1:${index}::1` },
    )
  for (let index = 0; index < 20; index += 1) await send(index)
  await expect(send(20)).rejects.toMatchObject(refusal('captchaRequired'))
  await send(20, solveCaptcha())
  await sms.send({ phone: createNumber(21) }, { address: '2001:db8:2::1' })
})

it('the wait of an IPv6 site is that of its address where there is no captcha', async () => {
  await start({ sms: { limits: { sendsPerAddress: 1 } } })
  const send = (index: number) =>
    sms.send({ phone: createNumber(index), session: createSession() }, { address: `2001:db8:1:${index}::1` })
  for (let index = 0; index < 10; index += 1) await send(index)
  await expect(send(10)).rejects.toMatchObject(refusal('rateLimited', { reason: 'sendsPerAddress' }))
})

describe('the messages to one number', () => {
  /** From a session and an address of its own each time. */
  const sendAsStranger = (changes = {}) => {
    const host = sms.messages.length
    return sendAfterGap({ session: createSession(), ...changes }, { address: `198.51.100.${host}` })
  }

  it('need a captcha from the tenth on', async () => {
    await start({ sms: { verifyCaptcha } })
    for (let message = 0; message < 9; message += 1) await sendAsStranger()
    await expect(sendAsStranger()).rejects.toMatchObject(refusal('captchaRequired'))
    await sendAsStranger(solveCaptcha())
  })

  it('wait for the next day where there is no captcha', async () => {
    await start()
    for (let message = 0; message < 9; message += 1) await sendAsStranger()
    const wait = { reason: 'sendsPerNumber', retryAfterMs: TO_MIDNIGHT - 10 * MINUTE }
    await expect(sendAsStranger()).rejects.toMatchObject(refusal('rateLimited', wait))
    sms.clock.ms += wait.retryAfterMs
    await sms.send()
  })

  it('end after 15 a day for strangers, and after 20 for a device that verified the number before', async () => {
    await start({ sms: { verifyCaptcha } })
    const [device, stranger] = [createSession(), createSession()]
    await sendAsStranger({ device, session: 'owner-of-the-number' })
    expect(await sms.check(sms.readCode(), { device, session: 'owner-of-the-number' })).toMatchObject({
      outcome: 'verified',
    })
    for (let message = 1; message < 15; message += 1) await sendAsStranger(solveCaptcha())
    const wait = refusal('rateLimited', { reason: 'sendsPerNumber' })
    await expect(sendAsStranger(solveCaptcha())).rejects.toMatchObject(wait)
    await expect(sendAsStranger({ ...solveCaptcha(), device: stranger })).rejects.toMatchObject(wait)
    for (let message = 15; message < 20; message += 1) await sendAsStranger({ ...solveCaptcha(), device })
    await expect(sendAsStranger({ ...solveCaptcha(), device })).rejects.toMatchObject(wait)
    expect(sms.messages).toHaveLength(20)
  })

  it('are left to a device that verified the number also where there is no captcha', async () => {
    await start()
    const device = createSession()
    await sendAsStranger({ device, session: 'owner-of-the-number' })
    await sms.check(sms.readCode(), { device, session: 'owner-of-the-number' })
    for (let message = 1; message < 9; message += 1) await sendAsStranger()
    const wait = refusal('rateLimited', { reason: 'sendsPerNumber' })
    await expect(sendAsStranger()).rejects.toMatchObject(wait)
    for (let message = 9; message < 20; message += 1) await sendAsStranger({ device })
    await expect(sendAsStranger({ device })).rejects.toMatchObject(wait)
  })

  it('leave a code that was sent as it is when there are no more', async () => {
    await start({ sms: { limits: { ...WIDE, sendsPerNumber: 2, sendsReserved: 0 } } })
    await sms.send()
    await sendAfterGap()
    await expect(sendAfterGap()).rejects.toMatchObject(refusal('rateLimited'))
    expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'verified' })
  })

  it('know a device for 180 days', async () => {
    await start({ sms: { verifyCaptcha, limits: { sendsPerNumber: 2, sendsReserved: 1 } } })
    const device = createSession()
    const sendTwice = async () => {
      await sms.send({ device, session: createSession(), ...solveCaptcha() })
      const code = sms.readCode()
      return [
        code,
        await sendAfterGap({ device, session: createSession(), ...solveCaptcha() }).catch(({ code }) => code),
      ]
    }
    await sms.send({ device })
    await sms.check(sms.readCode(), { device })
    sms.clock.ms += 179 * 24 * HOUR
    expect((await sendTwice())[1]).toMatchObject({ resendAfterMs: MINUTE })
    sms.clock.ms += 2 * 24 * HOUR
    expect((await sendTwice())[1]).toBe('rateLimited')
  })
})

it.each<[string, Partial<SmsOptions>, string]>([
  ['with', { verifyCaptcha }, 'captchaRequired'],
  ['without', {}, 'rateLimited'],
])('who has no message left learns nothing of a number %s a captcha', async (_, options, code) => {
  await start({ sms: options })
  const session = createSession()
  for (let message = 0; message < 3; message += 1) await sendAfterGap({ phone: OTHER, session })
  const askAgain = () => sms.send({ session }).catch(({ code, facts }) => ({ code, facts }))
  const before = await askAgain()
  await sms.send({ session: createSession() })
  expect(await askAgain()).toEqual(before)
  expect(before).toMatchObject({ code })
})

it('a device that verified the number is bound by its number, and not by its address', async () => {
  await start({ sms: { limits: { sendsPerAddress: 1 } } })
  const [device, facts] = [createSession(), { address: '203.0.113.7' }]
  await sms.send({ device })
  await sms.check(sms.readCode(), { device })
  await sms.send({ phone: OTHER, session: createSession() }, facts)
  const request = { device, session: createSession() }
  await expect(sendAfterGap({ session: createSession() }, facts)).rejects.toMatchObject(refusal('rateLimited'))
  for (let message = 0; message < 3; message += 1) await sendAfterGap(request, facts)
})

it('a captcha allows another message, and never more guesses at a void code', async () => {
  await start({ sms: { verifyCaptcha, limits: { sendsPerSession: 1 } } })
  await sms.send()
  for (let index = 0; index < 5; index += 1) await sms.check(sms.createWrongCode(index))
  const voided = sms.readCode()
  await sendAfterGap(solveCaptcha())
  expect(await sms.check(voided === sms.readCode() ? sms.createWrongCode() : voided)).toMatchObject({ attemptsLeft: 4 })
})

it('a proof is not asked about where no captcha is needed', async () => {
  const asked = jest.fn(verifyCaptcha)
  await start({ sms: { verifyCaptcha: asked } })
  await sms.send({ captcha: 'wrong' }, { address: '203.0.113.7' })
  expect(asked).not.toHaveBeenCalled()
})

it('the captcha’s provider learns the address', async () => {
  const asked = jest.fn(verifyCaptcha)
  await start({ sms: { verifyCaptcha: asked, limits: { sendsPerSession: 1 } } })
  await sms.send()
  await sendAfterGap(solveCaptcha(), { address: '203.0.113.7' })
  expect(asked.mock.calls).toEqual([
    [expect.stringMatching(/^solved-/), { address: '203.0.113.7', signal: expect.any(AbortSignal) }],
  ])
})

it.each<[string, VerifyCaptcha]>([
  ['fails', async () => Promise.reject(new Error('13800138000'))],
  [
    'throws',
    () => {
      throw new Error('13800138000')
    },
  ],
  ['does not answer', () => new Promise(() => undefined)],
])('a captcha’s provider that %s stops the message, and costs nothing', async (_, broken) => {
  let verify = broken
  await start({
    sms: {
      verifyCaptcha: (...values) => verify(...values),
      limits: { sendsPerSession: 1 },
      times: { captchaTimeoutMs: 50 },
    },
  })
  await sms.send()
  await expect(sendAfterGap(solveCaptcha())).rejects.toMatchObject(
    refusal('messageUnavailable', { retryAfterMs: 10_000 }),
  )
  verify = verifyCaptcha
  await sms.send(solveCaptcha())
  expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'captchaUnavailable' }))
})

describe('spending', () => {
  it('ends with the hour’s messages, whoever asks, and goes on with the next hour', async () => {
    await start({ sms: { limits: { ...WIDE, messagesPerHour: 20 } } })
    const send = (index: number) => sms.send({ phone: createNumber(index) }, { address: `198.51.100.${index}` })
    for (let index = 0; index < 16; index += 1) await send(index)
    await expect(send(20)).rejects.toMatchObject(refusal('messageUnavailable', { retryAfterMs: HOUR }))
    expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'smsCapReached', limit: 'messagesPerHour' }))
    sms.clock.ms += HOUR
    await send(20)
  })

  it('ends with the day’s messages', async () => {
    await start({ sms: { limits: { ...WIDE, messagesPerDay: 10, messagesPerHour: 1000 } } })
    for (let index = 0; index < 8; index += 1) await sms.send({ phone: createNumber(index) })
    sms.clock.ms += HOUR
    const wait = { retryAfterMs: TO_MIDNIGHT - HOUR }
    await expect(sms.send({ phone: createNumber(10) })).rejects.toMatchObject(refusal('messageUnavailable', wait))
  })

  it('leaves a fifth of the day’s messages to known devices', async () => {
    await start({ sms: { limits: { ...WIDE, messagesPerDay: 10, messagesPerHour: 1000 } } })
    const device = createSession()
    await sms.send({ device })
    await sms.check(sms.readCode(), { device })
    sms.clock.ms += 24 * HOUR
    for (let index = 0; index < 8; index += 1) await sms.send({ phone: createNumber(index) })
    await expect(sms.send({ phone: createNumber(9) })).rejects.toMatchObject(refusal('messageUnavailable'))
    await sms.send({ device })
    await sendAfterGap({ device })
    await expect(sendAfterGap({ device })).rejects.toMatchObject(refusal('messageUnavailable'))
  })

  it('never exceeds the cap, also when hundreds race', async () => {
    await start({ sms: { limits: { ...WIDE, messagesPerDay: 40 } } })
    const requests = Array.from({ length: 300 }, (_, index) =>
      sms.send({ phone: createNumber(index) }, { address: `198.51.${index % 100}.1` }),
    )
    await Promise.allSettled(requests)
    expect(sms.messages.length).toBeLessThanOrEqual(40)
    expect(sms.messages.length).toBeGreaterThan(0)
  })

  it.each([
    ['an address', '203.0.113.7', '203.0.113.7', '203.0.113.8'],
    ['an IPv6 site', '2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:2::1'],
  ])('gives %s no more than a tenth of the hour’s messages', async (_, address, same, other) => {
    await start({ sms: { limits: { ...WIDE, messagesPerHour: 100 } } })
    for (let index = 0; index < 10; index += 1) await sms.send({ phone: createNumber(index) }, { address })
    const wait = { reason: 'sendsPerAddress', retryAfterMs: HOUR }
    const another = { phone: createNumber(10) }
    await expect(sms.send(another, { address: same })).rejects.toMatchObject(refusal('rateLimited', wait))
    await sms.send(another, { address: other })
  })

  it('gives numbers with the same first seven digits no more than a tenth of the hour’s messages', async () => {
    await start({ sms: { limits: { ...WIDE, messagesPerHour: 100 } } })
    const send = (last: string) => sms.send({ phone: `1380013${last}` }, { address: `198.51.100.${Number(last)}` })
    for (let index = 0; index < 8; index += 1) await send(`000${index}`)
    await expect(send('0010')).rejects.toMatchObject(refusal('messageUnavailable', { retryAfterMs: HOUR }))
    await sms.send({ phone: '13800140010' }, { address: '198.51.100.1' })
  })

  it.each([
    ['numbers with the same first seven digits', 100, (index: number) => `1380013${1000 + index}`, [8, 10]],
    ['everybody', 20, createNumber, [16, 20]],
  ])(
    'leaves a fifth of the messages of %s to known devices',
    async (_, messagesPerHour, toPhone, [open = 0, all = 0]) => {
      await start({ sms: { limits: { ...WIDE, messagesPerHour } } })
      const send = (index: number, changes = {}) =>
        sms.send({ phone: toPhone(index), ...changes }, { address: `198.51.100.${index}` })
      const device = createSession()
      for (let index = open; index <= all; index += 1) {
        await send(index, { device })
        await sms.check(sms.readCode(), { phone: toPhone(index), device })
        sms.clock.ms += HOUR
      }
      for (let index = 0; index < open; index += 1) await send(index)
      const stop = refusal('messageUnavailable')
      await expect(send(open)).rejects.toMatchObject(stop)
      for (let index = open; index < all; index += 1) await send(index, { device })
      await expect(send(all, { device })).rejects.toMatchObject(stop)
    },
  )

  it.each([
    ['numbers with the same first seven digits have', 100, (index: number) => `1380013${1000 + index}`, 5],
    ['all numbers have', 20, createNumber, 10],
  ])('needs a captcha from everybody once %s used half of theirs', async (_, messagesPerHour, toPhone, half) => {
    await start({ sms: { verifyCaptcha, limits: { ...WIDE, messagesPerHour } } })
    const send = (index: number, changes = {}) =>
      sms.send({ phone: toPhone(index), session: createSession(), ...changes }, { address: `198.51.100.${index}` })
    for (let index = 0; index < half; index += 1) await send(index)
    await expect(send(half)).rejects.toMatchObject(refusal('captchaRequired'))
    await send(half, solveCaptcha())
  })

  it('counts no request that was refused', async () => {
    await start({ sms: { verifyCaptcha, limits: { messagesPerHour: 100, messagesPerDay: 40 } } })
    for (let message = 0; message < 3; message += 1) await sendAfterGap({}, { address: `198.51.100.${message}` })
    for (let request = 0; request < 50; request += 1) {
      await expect(sendAfterGap({}, { address: `198.51.100.${request}` })).rejects.toMatchObject({
        code: 'captchaRequired',
      })
    }
    await sms.send({ session: createSession() }, { address: '203.0.113.7' })
  })
})

it('the quotas of a message are those of its session and address, and say nothing of the number', async () => {
  await start()
  const onQuota = jest.fn()
  await sms.send({}, { onQuota, address: '203.0.113.7' })
  expect(onQuota.mock.calls).toEqual([
    [{ name: 'sendsPerSession', limit: 3, windowMs: 24 * HOUR, remaining: 2, resetMs: TO_MIDNIGHT }],
    [{ name: 'sendsPerAddress', limit: 9, windowMs: 24 * HOUR, remaining: 8, resetMs: TO_MIDNIGHT }],
  ])
})
