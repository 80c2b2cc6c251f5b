// A stranger at the SMS way of two real backends on one SQLite file. What SECURITY.md says of it, attack by attack.
import { type Message, MessageRefusedError } from '@local-number/server/sms'
import { createSession } from '../../../../packages/server/test/support/business'
import { DAY, HOUR, MINUTE, solve, startTarget, type Target, toAddress, VICTIM } from './support/target'

let target: Target

afterEach(() => target.close())

const start = async (...values: Parameters<typeof startTarget>) => {
  target = await startTarget(...values)
}

/** A number for each index, none with the prefix of another. */
const toNumber = (index: number) => `13${800_000_000 + index * 10_007}`

let guesses = 0
/** Another code each time, and none that was sent. */
function guess(): string {
  guesses += 1
  const code = String(guesses % 1_000_000).padStart(6, '0')
  return target.messages.some((message) => message.code === code) ? guess() : code
}

const count = (outcomes: readonly unknown[], one: unknown) => outcomes.filter((each) => each === one).length

/** The owner of the number, on the device that has verified it before. */
async function createOwner() {
  const owner = { device: createSession(), session: createSession() }
  await target.send(owner)
  await target.check(target.messages.at(-1)?.code ?? '', owner)
  target.clock.ms += DAY
  target.messages.length = 0
  return { ...owner, session: createSession() }
}

describe('a stranger blocks the login of somebody else', () => {
  it('by having all their messages sent: the last five are for their device', async () => {
    await start()
    const owner = await createOwner()
    for (let index = 0; index < 30; index += 1) {
      target.clock.ms += MINUTE
      const stranger = { session: createSession(), device: createSession(), captcha: solve() }
      await target.send(stranger, { from: toAddress(index) })
    }
    expect(target.messages).toHaveLength(15)
    for (let message = 0; message < 5; message += 1) {
      target.clock.ms += MINUTE
      expect((await target.send({ ...owner, captcha: solve() })).status).toBe(200)
    }
    const { body } = await target.check(target.messages.at(-1)?.code ?? '', owner)
    expect(body).toMatchObject({ outcome: 'verified' })
  })

  it('by messages and guesses while a code is valid: it stays valid', async () => {
    await start()
    await target.send()
    const code = target.messages[0]?.code ?? ''
    for (let index = 0; index < 4; index += 1) {
      target.clock.ms += MINUTE
      const stranger = { session: createSession() }
      await target.send(stranger, { from: toAddress(index) })
      for (let tries = 0; tries < 6; tries += 1) await target.check(guess(), stranger)
    }
    expect((await target.check(code)).body).toMatchObject({ outcome: 'verified' })
  })

  it('by using up the messages of the address that they share, without a captcha: the known device goes on', async () => {
    await start({ sms: { verifyCaptcha: undefined } })
    const owner = await createOwner()
    for (let index = 0; index < 9; index += 1)
      await target.send({ phone: `1391234${1000 + index}`, session: createSession() })
    expect((await target.send({ phone: '13912349999', session: createSession() })).status).toBe(429)
    expect((await target.send(owner)).status).toBe(200)
  })

  it('by messages that the vendor refuses, from the address that they share: the known device goes on', async () => {
    const refused = '13912345678'
    const send = async (message: Message) => {
      if (message.phone === refused) throw new MessageRefusedError('isv.BUSINESS_LIMIT_CONTROL')
      target.messages.push(message)
    }
    await start({ sms: { senders: [{ name: 'vendor', send }] } })
    const owner = await createOwner()
    for (let index = 0; index < 100; index += 1) await target.send({ phone: refused, session: createSession() })
    expect((await target.send({ phone: refused, session: createSession() })).status).toBe(429)
    expect((await target.send(owner)).status).toBe(200)
  })

  it('by made-up captchas from the address that they share: the known device goes on', async () => {
    await start({ sms: { limits: { sendsPerAddress: 1, failedCaptchasPerClient: 20 } } })
    const owner = await createOwner()
    await target.send({ phone: '13900139000', session: createSession() })
    for (let index = 0; index < 40; index += 1) {
      await target.send({ phone: '13900139001', session: createSession(), captcha: `made-up-${index}` })
    }
    expect((await target.send({ ...owner, captcha: solve() })).status).toBe(200)
  })
})

describe('a stranger guesses a code', () => {
  it('a hundred times at once, in two processes: five are compared', async () => {
    await start()
    await target.send()
    const all = await Promise.all(Array.from({ length: 100 }, () => target.check(guess())))
    expect(
      count(
        all.map(({ body }) => body.outcome),
        'wrongCode',
      ),
    ).toBe(5)
    expect((await target.check(target.messages[0]?.code ?? '')).body).toMatchObject({ outcome: 'expiredCode' })
  })

  it('a whole day, with sessions, addresses and captchas without end: 75 are compared, and the owner has 15 messages', async () => {
    await start()
    const outcomes: unknown[] = []
    for (let index = 0; index < 40; index += 1) {
      target.clock.ms += MINUTE
      const session = createSession()
      const { status } = await target.send({ session, captcha: solve() }, { from: toAddress(index) })
      if (status !== 200) continue
      const tries = Array.from({ length: 8 }, () => target.check(guess(), { session }))
      outcomes.push(...(await Promise.all(tries)).map(({ body }) => body.outcome))
    }
    expect(target.messages).toHaveLength(15)
    expect(count(outcomes, 'wrongCode')).toBe(75)
    expect(count(outcomes, 'verified')).toBe(0)
  })

  it('in one session over resends and days: 15 in 24 hours', async () => {
    await start()
    const session = createSession()
    const compare = async () => {
      const outcomes: unknown[] = []
      for (let message = 0; message < 6; message += 1) {
        target.clock.ms += MINUTE
        await target.send({ session, captcha: solve() })
        for (let tries = 0; tries < 6; tries += 1)
          outcomes.push((await target.check(guess(), { session })).body.outcome)
      }
      return count(outcomes, 'wrongCode')
    }
    expect(await compare()).toBe(15)
    target.clock.ms += 23 * HOUR
    expect(await compare()).toBe(0)
    target.clock.ms += HOUR
    expect(await compare()).toBe(15)
  })

  it('that counts elsewhere: not in another session, for another number, or with another binding', async () => {
    await start()
    const binding = 'a'.repeat(43)
    await target.send({ binding })
    const code = target.messages[0]?.code ?? ''
    const tries = [
      { session: createSession(), binding },
      { phone: '13912345678', binding },
      {},
      { binding: 'b'.repeat(43) },
    ]
    for (const each of tries) expect((await target.check(code, each)).body.outcome).not.toBe('verified')
    expect((await target.check(code, { binding })).body).toMatchObject({ outcome: 'verified' })
  })
})

describe('one number is one number', () => {
  it.each([
    '+8613800138000',
    '008613800138000',
    '86 138-0013-8000',
    '１３８００１３８０００',
    '+８６ １３８ ００１３ ８０００',
    '١٣٨٠٠١٣٨٠٠٠',
    '013800138000',
    '17951 13800138000',
    '(138)0013.8000\u200b',
  ])('also if it is spelled %s', async (phone) => {
    await start()
    await target.send()
    const again = await target.send({ phone, session: createSession() }, { from: toAddress(1) })
    expect(again).toMatchObject({ status: 429, body: { reason: 'resendMs' } })
    expect((await target.check(target.messages[0]?.code ?? '', { phone })).body).toMatchObject({ outcome: 'verified' })
  })
})

describe('one client is one client', () => {
  /** Messages to as many numbers, without a captcha. */
  const sendFrom = async (toFrom: (index: number) => string, requests: number) => {
    for (let index = 0; index < requests; index += 1) {
      await target.send({ phone: toNumber(index), session: createSession() }, { from: toFrom(index) })
    }
    return target.messages.length
  }

  it.each<[string, (index: number) => string, number]>([
    ['with a made-up X-Forwarded-For in front of its own', (index) => `${toAddress(index)}, 203.0.113.7`, 9],
    ['with many of them', (index) => `1.1.1.1, ${toAddress(index)}, 2.2.2.2, 203.0.113.7`, 9],
    ['that is written as IPv6', (index) => (index % 2 === 0 ? '::ffff:203.0.113.7' : '203.0.113.7'), 9],
    ['with ports', (index) => `203.0.113.7:${1024 + index}`, 9],
    ['with the addresses of a /64', (index) => `2001:db8:0:1::${(index + 1).toString(16)}`, 9],
    ['with the networks of a /48', (index) => `2001:db8:0:${index.toString(16)}::1`, 90],
    ['that names no address', (index) => `unknown-${index}`, 9],
  ])('%s', async (_, toFrom, most) => {
    await start({ sms: { verifyCaptcha: undefined } })
    expect(await sendFrom(toFrom, most + 10)).toBe(most)
  })

  it('without proxies, also with an X-Forwarded-For of its own', async () => {
    await start({ sms: { verifyCaptcha: undefined }, env: { TRUSTED_PROXIES: 'none' } })
    expect(await sendFrom(toAddress, 20)).toBe(9)
  })
})

describe('a stranger runs up the bill', () => {
  it('with numbers, prefixes, addresses, sessions and captchas without end: the caps hold in two processes', async () => {
    await start({ sms: { limits: { messagesPerHour: 40, messagesPerDay: 60 } } })
    const flood = async () => {
      const requests = Array.from({ length: 100 }, (_, index) => {
        const request = { phone: toNumber(index), session: createSession(), captcha: solve() }
        return target.send(request, { from: toAddress(index) })
      })
      await Promise.all(requests)
      return target.messages.length
    }
    expect(await flood()).toBeLessThanOrEqual(32)
    target.clock.ms += HOUR
    expect(await flood()).toBeLessThanOrEqual(60)
    target.clock.ms += HOUR
    expect(await flood()).toBeLessThanOrEqual(60)
  })

  it('by requests that repeat after a lost answer, or race in two processes: one message', async () => {
    await start()
    const all = await Promise.all(Array.from({ length: 50 }, () => target.send()))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(target.messages).toHaveLength(1)
  })

  it('by senders that do not answer: each message counts as sent', async () => {
    let handed = 0
    const hang = () => {
      handed += 1
      return new Promise<void>(() => undefined)
    }
    await start({
      sms: {
        senders: [
          { name: 'first', send: hang },
          { name: 'second', send: hang },
        ],
        times: { sendTimeoutMs: 20 },
        limits: { messagesPerHour: 20 },
      },
    })
    for (let index = 0; index < 40; index += 1) {
      await target.send(
        { phone: toNumber(index), session: createSession(), captcha: solve() },
        { from: toAddress(index) },
      )
    }
    expect(handed).toBe(16)
  })

  it('of the captcha: made-up proofs are bounded for their address, in two processes', async () => {
    await start({ sms: { limits: { sendsPerSession: 1, failedCaptchasPerClient: 30 } } })
    const session = createSession()
    await target.send({ session })
    for (let index = 0; index < 300; index += 1) {
      await target.send({ phone: toNumber(index), session, captcha: `made-up-${index}` })
    }
    // One more in the process that did not count the last one, and a trickle of one a second in each.
    expect(target.proofs.length).toBeLessThan(60)
  })
})

describe('a stranger replays', () => {
  it('a proof of the captcha: one message, whichever process is asked', async () => {
    await start({ sms: { limits: { sendsPerSession: 1 } } })
    const captcha = solve()
    const all = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const request = { session: createSession(), phone: `1391234${1000 + index}` }
        await target.send(request, { from: toAddress(index) })
        return target.send({ ...request, phone: `1391235${1000 + index}`, captcha }, { from: toAddress(index) })
      }),
    )
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('a code: for two minutes its own request gets the same ticket id, and nobody else anything', async () => {
    await start()
    await target.send()
    const code = target.messages[0]?.code ?? ''
    const all = await Promise.all(Array.from({ length: 20 }, () => target.check(code)))
    const ids = all.map(({ body }) => JSON.parse(atob(String(body.ticket).split('.')[1] ?? '')).jti)
    expect(new Set(ids).size).toBe(1)
    target.clock.ms += 2 * MINUTE
    expect((await target.check(code)).body).toMatchObject({ outcome: 'expiredCode' })
  })
})

describe('a stranger learns nothing of a number', () => {
  it('from the answers to it, known or not: bodies, statuses and names of headers are alike', async () => {
    await start()
    const owner = await createOwner()
    await target.send({ ...owner, phone: VICTIM })
    target.clock.ms += DAY
    const look = async (phone: string, from: string) => {
      const session = createSession()
      const answers = [await target.send({ phone, session }, { from })]
      for (const code of ['000000', '000000', '000001'])
        answers.push(await target.check(code, { phone, session }, { from }))
      return answers.map(({ status, headers, body }) => [
        status,
        [...headers.keys()].sort(),
        { ...body, traceId: '', ticket: '' },
      ])
    }
    expect(await look(VICTIM, toAddress(1))).toEqual(await look('13912345678', toAddress(2)))
  })

  it('from a code that was never asked for', async () => {
    await start()
    await createOwner()
    const look = async (phone: string) => {
      const { status, body } = await target.check('123456', { phone, session: createSession() })
      return { status, ...body, traceId: '' }
    }
    expect(await look(VICTIM)).toEqual(await look('13912345678'))
  })
})

it.each([
  ['none', null],
  ['nothing', undefined],
  ['another version', { version: '2' }],
  ['a version that is an object', { version: { version: '1' } }],
  ['versions', { version: ['1'] }],
  ['an inherited name', { version: '__proto__' }],
  ['a text', '1'],
])('without consent nothing is sent, and nothing is checked: %s', async (_, consent) => {
  await start()
  const sent = await target.send({ consent })
  expect(sent.status).toBeGreaterThanOrEqual(400)
  expect(target.messages).toEqual([])
  await target.send()
  const checked = await target.check(target.messages[0]?.code ?? '', { consent })
  expect(checked.status).toBeGreaterThanOrEqual(400)
  expect((await target.check(target.messages[0]?.code ?? '')).body).toMatchObject({ outcome: 'verified' })
})

it('number, code, proof and device are neither in the log nor in the store', async () => {
  const secrets: string[] = [VICTIM]
  await start({
    sms: {
      senders: [
        {
          name: 'loud',
          send: async ({ phone, code }) => {
            secrets.push(code)
            throw Object.assign(new Error(`${phone} ${code}`), { code: `E${code}` })
          },
        },
      ],
      verifyCaptcha: async (proof) => {
        secrets.push(proof)
        throw Object.assign(new Error(proof), { name: proof, code: proof })
      },
      limits: { sendsPerSession: 1 },
    },
  })
  const device = createSession()
  secrets.push(device)
  await target.send({ device })
  await target.check(secrets[1] ?? '', { device })
  target.clock.ms += MINUTE
  await target.send({ device, captcha: solve() })
  expect(secrets).toHaveLength(4)
  const kept = target.log.join('\n') + target.readStore()
  // A code may stand in a longer number by chance, such as a time.
  expect(secrets.filter((secret) => new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(kept))).toEqual([])
})
