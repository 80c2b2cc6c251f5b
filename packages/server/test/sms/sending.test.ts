// What a user gets who asks for a message, and what must not happen to the others.
import { answerError, createLocalNumberServer } from '../../src'
import { createSession, OPTIONS, OTHER } from '../support/business'
import { CONSENT, MINUTE, type SmsBusiness, startSms, WIDE } from './support/sms'

let sms: SmsBusiness

afterEach(() => sms.stop())

const start = async (...values: Parameters<typeof startSms>) => {
  sms = await startSms(...values)
  return sms
}

it('a message has six digits, and the answer says how long they count and when another message may go', async () => {
  await start()
  const { traceId, ...answer } = await sms.send()
  expect(answer).toEqual({ expiresInMs: 300_000, resendAfterMs: MINUTE })
  expect(sms.messages).toEqual([
    { phone: '13800138000', code: expect.stringMatching(/^\d{6}$/), locale: null, traceId },
  ])
})

it('codes are spread over all six digits', async () => {
  await start({ sms: { limits: { ...WIDE, sendsPerNumber: 1000, messagesPerHour: 10_000 }, times: { resendMs: 0 } } })
  for (let index = 0; index < 200; index += 1) await sms.send()
  const places = Array.from({ length: 6 }, (_, place) => new Set(sms.messages.map(({ code }) => code[place])).size)
  expect(places).toEqual([10, 10, 10, 10, 10, 10])
})

it.each([
  ['no consent', null],
  ['a former version', { version: 'sms-0' }],
  ['the version of the carrier’s way', { version: '2026-01' }],
])('with %s nothing is sent', async (_, consent) => {
  await start()
  await expect(sms.send({ consent: consent as never })).rejects.toMatchObject({ code: 'consentRequired' })
  expect(sms.messages).toEqual([])
})

it('the receipt names the way, its version and its text, and is kept before the message', async () => {
  const order: unknown[] = []
  await start({
    onConsent: ({ way, version, locale, textHash, traceId }) =>
      void order.push({ way, version, locale, textHash, traceId }),
    sms: {
      consentTexts: { 'sms-1': { 'zh-CN': '短信条款' } },
      senders: [{ name: 'list', send: async () => void order.push('message') }],
    },
  })
  const { traceId } = await sms.send({ consent: { ...CONSENT, locale: 'zh-CN' } })
  const textHash = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(order).toEqual([{ way: 'sms', version: 'sms-1', locale: 'zh-CN', textHash, traceId }, 'message'])
})

it('a receipt that cannot be kept stops the message, and costs the user nothing', async () => {
  let isBroken = true
  await start({
    onConsent: () => {
      if (isBroken) throw new Error('no space')
    },
  })
  await expect(sms.send()).rejects.toThrow('no space')
  expect(sms.messages).toEqual([])
  isBroken = false
  await sms.send()
  expect(sms.messages).toHaveLength(1)
})

it.each([
  ['+1 415 555 2671', 'countryUnsupported'],
  ['+852 5123 4567', 'countryUnsupported'],
  ['00852 5123 4567', 'countryUnsupported'],
  ['＋８５２ 5123 4567', 'countryUnsupported'],
  ['+86 123', 'phoneMalformed'],
  ['1380013800', 'phoneMalformed'],
  ['hello', 'phoneMalformed'],
])('%s is refused with %s', async (phone, code) => {
  await start()
  await expect(sms.send({ phone })).rejects.toMatchObject({ code })
  await expect(sms.check('123456', { phone })).rejects.toMatchObject({ code })
})

it('a number gets one message in a minute, whoever asks, and the refusal says how long to wait', async () => {
  await start()
  await sms.send()
  sms.clock.ms += 20_000
  for (const session of [undefined, createSession()]) {
    await expect(sms.send(session ? { session } : {})).rejects.toMatchObject({
      code: 'rateLimited',
      facts: { reason: 'resendMs', retryAfterMs: 40_000 },
    })
  }
  await sms.send({ phone: OTHER })
  sms.clock.ms += 40_000
  await sms.send()
  expect(sms.messages).toHaveLength(3)
})

it('of many requests at the same time one sends, and the code that was sent is the one that counts', async () => {
  await start()
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => sms.send()))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(sms.messages).toHaveLength(1)
  expect(await sms.check(sms.readCode())).toMatchObject({ outcome: 'verified' })
})

it('the refused ones of a race count for nobody', async () => {
  await start()
  await Promise.allSettled(Array.from({ length: 30 }, () => sms.send()))
  for (let message = 0; message < 2; message += 1) {
    sms.clock.ms += MINUTE
    await sms.send()
  }
  expect(sms.messages).toHaveLength(3)
})

it('a number that was never seen and one that was verified get the same answer', async () => {
  await start()
  await sms.send()
  await sms.check(sms.readCode())
  sms.clock.ms += MINUTE
  const known = await sms.send()
  const unknown = await sms.send({ phone: OTHER, session: createSession() })
  expect({ ...unknown, traceId: '' }).toEqual({ ...known, traceId: '' })
})

it('without the option there is no such way', async () => {
  await start()
  const server = createLocalNumberServer(OPTIONS)
  expect(server.sms).toBeUndefined()
  await server.close()
})

it('a refused consent leaves way, refused version and accepted versions in the log, and nothing of them in the answer', async () => {
  await start()
  const version = 'a'.repeat(64)
  const error = await sms.send({ consent: { version } }).catch((thrown) => thrown)
  const { body } = answerError(error, { traceId: 'a'.repeat(32), log: sms.server.log })
  expect(sms.lines).toContainEqual(
    expect.objectContaining({ code: 'consentRequired', way: 'sms', version: 'a'.repeat(32), accepted: ['sms-1'] }),
  )
  expect(JSON.stringify(body)).not.toContain('sms-1')
})

it('requests of the SMS way count as signatures of their client, also those that are refused', async () => {
  await start({ limits: { signsPerIpv4: 3 } })
  const facts = { address: '203.0.113.7' }
  await sms.send({}, facts)
  await expect(sms.send({}, facts)).rejects.toMatchObject({ facts: { reason: 'resendMs' } })
  await sms.check('000000', {}, facts)
  const refusal = { code: 'rateLimited', facts: { reason: 'signsPerIpv4' } }
  await expect(sms.send({}, facts)).rejects.toMatchObject(refusal)
  await expect(sms.check('222222', {}, facts)).rejects.toMatchObject(refusal)
  await expect(sms.check('222222', {}, { address: '203.0.113.8' })).resolves.toMatchObject({ outcome: 'wrongCode' })
})
