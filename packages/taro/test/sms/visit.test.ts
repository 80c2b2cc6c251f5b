// One visit of the SMS way without a view, which might let any tap through.
import { createSmsMemory } from '../../src/sms/memory'
import type { SmsApi } from '../../src/sms/types'
import { createSmsVisit } from '../../src/sms/visit'
import type { WayContext } from '../../src/ways'
import { moveClock, stopClock } from '../clock'
import { PHONE } from '../page'

beforeEach(stopClock)
afterEach(() => void jest.useRealTimers())

const context: WayContext = {
  phone: PHONE,
  remembered: false,
  traceId: '0123456789abcdef0123456789abcdef',
  session: 'a-session-of-16-characters',
  readBinding: async () => undefined,
  consent: { version: '1', agreed: true },
  edit: () => undefined,
  finish: () => undefined,
  fail: () => undefined,
  leave: () => undefined,
}

/** A request that has arrived at the server, which a test answers. */
interface Arrived<A> {
  readonly answer: (answer: A) => Promise<void>
}

function createServer<A>() {
  const arrived: Arrived<A>[] = []
  const call = () =>
    new Promise<A>((resolve) => {
      const answer = async (value: A) => {
        resolve(value)
        await jest.advanceTimersByTimeAsync(0)
      }
      arrived.push({ answer })
    })
  return { arrived, call }
}

const SENT = { expiresInMs: 300_000, resendAfterMs: 60_000, traceId: 't' }

/** A user in front of the code's field, for whom another message is possible. */
async function openAtCode() {
  const sends = createServer<Awaited<ReturnType<SmsApi['send']>>>()
  const checks = createServer<Awaited<ReturnType<SmsApi['check']>>>()
  const api: SmsApi = { send: sends.call, check: checks.call }
  const visit = createSmsVisit(context, {
    api,
    memory: createSmsMemory(),
    receipt: { version: 'sms-1' },
    readDevice: undefined,
    hasCaptcha: false,
  })
  const settle = () => jest.advanceTimersByTimeAsync(0)
  visit.setAgreed(true)
  visit.submit()
  await settle()
  await sends.arrived[0]?.answer(SENT)
  moveClock(60_000)
  return { visit, sends: sends.arrived, checks: checks.arrived, settle, read: () => visit.store.getState() }
}

test('a double tap on another message asks for one', async () => {
  const { visit, sends, settle, read } = await openAtCode()
  visit.resend()
  visit.resend()
  await settle()
  expect(sends).toHaveLength(2)
  await sends[1]?.answer(SENT)
  expect(read()).toMatchObject({ running: null, step: 'code', problem: null })
})

test('another message cannot be asked for while the code is checked: the check goes on', async () => {
  const { visit, sends, checks, settle, read } = await openAtCode()
  visit.editCode('123456')
  await settle()
  visit.resend()
  expect(read()).toMatchObject({ running: 'check', code: '123456' })
  await checks[0]?.answer({ outcome: 'wrongCode', attemptsLeft: 4, traceId: 't' })
  expect(read()).toMatchObject({ running: null, problem: 'wrongCode', attemptsLeft: 4 })
  expect(sends).toHaveLength(1)
})
