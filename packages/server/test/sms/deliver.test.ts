// Which sender gets a message, and what becomes of it when one fails.
import { createLocalNumberServer } from '../../src'
import { ServerError } from '../../src/errors'
import { MessageRefusedError, type MessageSender } from '../../src/sms'
import { createSession, OPTIONS, PHONE } from '../support/business'
import { MINUTE, type SmsBusiness, startSms } from './support/sms'

let sms: SmsBusiness

afterEach(() => sms.stop())

const refusing = (name: string): MessageSender => ({
  name,
  send: async () => Promise.reject(new MessageRefusedError('isv.AMOUNT_NOT_ENOUGH')),
})

const start = async (senders: readonly MessageSender[], times = {}) => {
  sms = await startSms({ sms: { senders, times } })
  return sms
}

/** A sender that counts its messages, and then does as it is told. */
const counting = (name: string, act: () => Promise<void> = async () => undefined) => {
  const codes: string[] = []
  const sender: MessageSender = {
    name,
    send: async ({ code }) => {
      codes.push(code)
      await act()
    },
  }
  return { sender, codes }
}

it('the next sender is tried when one has certainly not sent', async () => {
  const second = counting('second')
  await start([refusing('first'), second.sender])
  await sms.send()
  expect(second.codes).toHaveLength(1)
  expect(await sms.check(second.codes[0] ?? '')).toMatchObject({ outcome: 'verified' })
  expect(sms.lines).toContainEqual(
    expect.objectContaining({ code: 'smsRefused', sender: 'first', reason: 'isv.AMOUNT_NOT_ENOUGH' }),
  )
})

it('a sender whose package is missing has certainly not sent, and the log says so before anybody logs in', async () => {
  const open = async () => {
    throw new ServerError('optionUnusable', { detail: 'first needs the package its-sdk: npm install its-sdk' })
  }
  const second = counting('second')
  await start([{ name: 'first', ready: open, send: open }, second.sender])
  await new Promise((resolve) => setImmediate(resolve))
  const problem = { code: 'optionUnusable', reason: expect.stringContaining('npm install its-sdk') }
  expect(sms.lines).toContainEqual(expect.objectContaining(problem))
  await sms.send()
  expect(second.codes).toHaveLength(1)
})

it.each<[string, () => Promise<void>]>([
  ['fails without saying so', async () => Promise.reject(new Error('socket hang up'))],
  ['rejects without an error', async () => Promise.reject(undefined)],
  ['does not answer in time', () => new Promise(() => undefined)],
])('no second sender is tried after one that %s: the message may have been sent', async (_, act) => {
  const [first, second] = [counting('first', act), counting('second')]
  await start([first.sender, second.sender], { sendTimeoutMs: 50 })
  expect(await sms.send()).toMatchObject({ resendAfterMs: 60_000 })
  expect(second.codes).toEqual([])
  expect(await sms.check(first.codes[0] ?? '')).toMatchObject({ outcome: 'verified' })
  expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'smsUnknown', sender: 'first' }))
})

it('a sender that throws at once counts like one that rejects', async () => {
  const second = counting('second')
  const first: MessageSender = {
    name: 'first',
    send: () => {
      throw new MessageRefusedError('closed')
    },
  }
  await start([first, second.sender])
  await sms.send()
  expect(second.codes).toHaveLength(1)
})

it('a sender is told when nobody waits any more', async () => {
  let given: AbortSignal | undefined
  const send: MessageSender['send'] = async (_message, signal) => {
    given = signal
    await new Promise(() => undefined)
  }
  await start([{ name: 'slow', send }], { sendTimeoutMs: 50 })
  await sms.send()
  expect(given?.aborted).toBe(true)
})

describe('a sender that hangs', () => {
  const ends: (() => void)[] = []
  const receipts: unknown[] = []
  const hang = () => new Promise<void>((resolve) => void ends.push(resolve))
  const sendTo = (index: number) =>
    sms.send(
      { phone: `138${String(index * 10_000).padStart(8, '0')}`, session: createSession() },
      { address: `198.51.100.${index % 200}` },
    )

  beforeEach(async () => {
    ends.length = 0
    receipts.length = 0
    sms = await startSms({
      onConsent: (receipt) => void receipts.push(receipt),
      sms: {
        senders: [{ name: 'slow', send: hang }],
        times: { sendTimeoutMs: 50 },
        limits: { messagesPerHour: 10_000 },
      },
    })
  })

  it('holds 256 messages and no more, also those that nobody waits for any more, and the next one costs nothing', async () => {
    await Promise.all(Array.from({ length: 256 }, (_, index) => sendTo(index)))
    const refusal = { code: 'overloaded', status: 503, facts: { retryAfterMs: 1_000 } }
    await expect(sendTo(256)).rejects.toMatchObject(refusal)
    expect([ends.length, receipts.length]).toEqual([256, 256])
    ends[0]?.()
    await new Promise((resolve) => setImmediate(resolve))
    expect(await sendTo(256)).toMatchObject({ resendAfterMs: MINUTE })
  })

  it('is handed 256 of those that come at the same time', async () => {
    const all = await Promise.allSettled(Array.from({ length: 300 }, (_, index) => sendTo(index)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(256)
    expect(ends).toHaveLength(256)
  })
})

it('a message that is refused before it is sent gives its place back', async () => {
  const sender = counting('only')
  await start([sender.sender])
  await sms.send()
  for (let request = 0; request < 300; request += 1) {
    await expect(sms.send()).rejects.toMatchObject({ code: 'rateLimited' })
  }
  sms.clock.ms += MINUTE
  await sms.send()
})

it('all senders together have one budget', async () => {
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 80))
    throw new MessageRefusedError('busy')
  }
  const senders = ['first', 'second', 'third'].map((name) => counting(name, slow))
  await start(
    senders.map(({ sender }) => sender),
    { sendTimeoutMs: 120 },
  )
  await sms.send()
  expect(senders.map(({ codes }) => codes.length)).toEqual([1, 1, 0])
})

it('when none has sent, the user may try again, and the message does not count as one of theirs', async () => {
  let isDown = true
  const sender = counting('only', async () => {
    if (isDown) throw new MessageRefusedError('down')
  })
  await start([sender.sender])
  for (let request = 0; request < 30; request += 1) {
    await expect(sms.send()).rejects.toMatchObject({ code: 'messageUnavailable', facts: { retryAfterMs: 30_000 } })
  }
  isDown = false
  await sms.send()
})

it('messages that nobody sent, and their receipts, are a share of the hour for one client, whatever its sessions', async () => {
  let receipts = 0
  const onConsent = () => {
    receipts += 1
  }
  sms = await startSms({ onConsent, sms: { senders: [refusing('only')], limits: { messagesPerHour: 200 } } })
  const send = (address: string) => sms.send({ session: createSession() }, { address })
  for (let request = 0; request < 20; request += 1) {
    await expect(send('203.0.113.7')).rejects.toMatchObject({ code: 'messageUnavailable' })
  }
  const refusal = { code: 'rateLimited', facts: { reason: 'sendsPerAddress', retryAfterMs: 60 * MINUTE } }
  await expect(send('203.0.113.7')).rejects.toMatchObject(refusal)
  expect(receipts).toBe(20)
  await expect(send('203.0.113.8')).rejects.toMatchObject({ code: 'messageUnavailable' })
  sms.clock.ms += 60 * MINUTE
  await expect(send('203.0.113.7')).rejects.toMatchObject({ code: 'messageUnavailable' })
})

it('whoever guesses while a message is with its sender has used it up, though nobody sends it', async () => {
  let guess = async () => undefined as unknown
  let code = ''
  const send: MessageSender['send'] = async (message) => {
    code = message.code
    await guess()
    throw new MessageRefusedError('isv.BUSINESS_LIMIT_CONTROL')
  }
  await start([{ name: 'vendor', send }])
  const outcomes: string[] = []
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const session = createSession()
    guess = async () => {
      for (let index = 1; index <= 6; index += 1) {
        const wrong = String((Number(code) + index) % 1_000_000).padStart(6, '0')
        outcomes.push((await sms.check(wrong, { session })).outcome)
      }
    }
    await sms.send({ session }, { address: `198.51.100.${attempt}` }).catch(() => undefined)
    sms.clock.ms += MINUTE
  }
  // Those of the nine messages that a number gets without a captcha.
  expect(outcomes.filter((outcome) => outcome === 'wrongCode')).toHaveLength(45)
})

describe('a right guess while the message is with its sender', () => {
  /** A sender whose answer waits for the test. */
  async function startSending() {
    let end: (refusal?: Error) => void = () => undefined
    let code = ''
    const send: MessageSender['send'] = (message) => {
      code = message.code
      return new Promise((resolve, reject) => {
        end = (refusal) => (refusal ? reject(refusal) : resolve())
      })
    }
    await start([{ name: 'vendor', send }])
    const sending = sms.send().catch(({ code }) => code)
    while (code === '') await new Promise((resolve) => setImmediate(resolve))
    return { sending, code, end: (refusal?: Error) => end(refusal) }
  }

  it('waits, and logs in once the message is sent', async () => {
    const { sending, code, end } = await startSending()
    const onCheck = jest.fn()
    const checking = sms.check(code).then((answer) => (onCheck(), answer))
    expect(await sms.check(sms.createWrongCode(Number(code)))).toMatchObject({ outcome: 'wrongCode', attemptsLeft: 4 })
    expect(onCheck).not.toHaveBeenCalled()
    end()
    expect(await checking).toMatchObject({ outcome: 'verified' })
    expect(await sending).toMatchObject({ resendAfterMs: MINUTE })
  })

  it('logs in also if nobody knows whether it is sent', async () => {
    const { code, end } = await startSending()
    const checking = sms.check(code)
    end(new Error('socket hang up'))
    expect(await checking).toMatchObject({ outcome: 'verified' })
  })

  it('logs in nobody if the message is refused: who guessed it cannot have read it', async () => {
    const { sending, code, end } = await startSending()
    const checking = sms.check(code)
    await sms.check(sms.createWrongCode(Number(code)))
    end(new MessageRefusedError('isv.BUSINESS_LIMIT_CONTROL'))
    expect(await checking).toMatchObject({ outcome: 'expiredCode' })
    expect(await sending).toBe('messageUnavailable')
    expect(await sms.check(code)).toMatchObject({ outcome: 'expiredCode' })
  })

  it('logs in when the time for sending is over, as after the end of the process that was sending', async () => {
    const { code } = await startSending()
    sms.clock.ms += 6_000
    expect(await sms.check(code)).toMatchObject({ outcome: 'verified' })
  })
})

it('a code that was sent before counts again when a later message was not sent', async () => {
  let isDown = false
  const sender = counting('only', async () => {
    if (isDown) throw new MessageRefusedError('down')
  })
  await start([sender.sender])
  await sms.send()
  isDown = true
  sms.clock.ms += 60_000
  await expect(sms.send()).rejects.toMatchObject({ code: 'messageUnavailable' })
  expect(await sms.check(sender.codes[0] ?? '')).toMatchObject({ outcome: 'verified' })
})

it('what a sender says of its failure reaches the log without number and code', async () => {
  const codes: string[] = []
  const send: MessageSender['send'] = async ({ phone, code }) => {
    codes.push(code)
    throw Object.assign(new Error(`{"phone":"${phone}","code":"${code}"}`), { code: `sent${code}`, name: `E${code}` })
  }
  await start([{ name: 'loud', send }])
  await sms.send()
  const log = JSON.stringify(sms.lines)
  expect(log).not.toContain(codes[0])
  expect(log).not.toContain(PHONE)
  expect(sms.lines).toContainEqual(expect.objectContaining({ code: 'smsUnknown', reason: 'unknown' }))
})

describe('a test number', () => {
  it('has its fixed code, and no message is sent to it', async () => {
    const sender = counting('only')
    sms = await startSms({ sms: { senders: [sender.sender], testNumbers: { [PHONE]: '000000' } } })
    await sms.send()
    expect(sender.codes).toEqual([])
    expect(await sms.check('000000')).toMatchObject({ outcome: 'verified' })
  })

  it('does not exist in production', () => {
    const senders = [counting('only').sender]
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    const create = () => createLocalNumberServer({ ...OPTIONS, sms: { senders, testNumbers: { [PHONE]: '000000' } } })
    expect(create).toThrow('sms.testNumbers must be empty in production')
    process.env.NODE_ENV = before
  })
})
