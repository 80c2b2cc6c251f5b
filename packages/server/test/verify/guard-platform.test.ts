import type { VerifyMobileRequest } from '@local-number/protocol'
import type { LogFields } from '../../src'
import { guardPlatform } from '../../src/verify/guard-platform'
import type { PlatformReply } from '../../src/verify/platform-client'

const message = {} as VerifyMobileRequest
const works: PlatformReply = { answered: true, status: 200, text: '{}' }
const silent: PlatformReply = { answered: false, fault: 'timeout', error: new Error('timeout') }
const broken: PlatformReply = { answered: true, status: 502, text: '' }

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
})

afterEach(() => {
  jest.useRealTimers()
})

function setUp() {
  let reply = works
  const lines: string[] = []
  const write = (_: LogFields, text: string) => void lines.push(text)
  const verify = jest.fn(async () => reply)
  const guarded = guardPlatform({ verify, close: async () => undefined }, { info: write, warn: write, error: write })
  const callTimes = async (count: number) => {
    const replies: PlatformReply[] = []
    for (let call = 0; call < count; call += 1) replies.push(await guarded.verify(message))
    return replies
  }
  const answerWith = (next: PlatformReply) => {
    reply = next
  }
  return { callTimes, answerWith, verify, lines, getDownMs: guarded.getDownMs }
}

it.each([
  ['does not answer', silent],
  ['is behind a gateway that gives up', broken],
])('a platform that %s is not called any more after many failures', async (_, reply) => {
  const { callTimes, answerWith, verify, lines } = setUp()
  answerWith(reply)
  await callTimes(100)
  expect(verify.mock.calls.length).toBeLessThan(40)
  expect((await callTimes(1))[0]).toMatchObject({ answered: false, fault: 'carrierDown' })
  expect(lines).toEqual(['the platform is down: checks are refused until it answers again'])
})

it('a pause later, one call tries whether it is back, and all go on if it is', async () => {
  const { callTimes, answerWith, verify, lines } = setUp()
  answerWith(silent)
  await callTimes(100)
  answerWith(works)
  verify.mockClear()
  jest.setSystemTime(Date.now() + 9_999)
  await callTimes(5)
  expect(verify).not.toHaveBeenCalled()
  jest.setSystemTime(Date.now() + 1)
  expect(await callTimes(5)).toEqual(Array(5).fill(works))
  expect(lines.at(-1)).toBe('the platform answers again')
})

it('answers with 500, which a client’s values may cause, do not stop the calls', async () => {
  const { callTimes, answerWith } = setUp()
  answerWith({ answered: true, status: 500, text: '' })
  expect((await callTimes(100)).every(({ answered }) => answered)).toBe(true)
})

it('a few failures, or those of one client among the answers to others, do not stop the calls', async () => {
  const few = setUp()
  few.answerWith(silent)
  expect(await few.callTimes(10)).toEqual(Array(10).fill(silent))
  const mixed = setUp()
  for (let round = 0; round < 50; round += 1) {
    mixed.answerWith(works)
    await mixed.callTimes(1)
    mixed.answerWith(silent)
    await mixed.callTimes(4)
  }
  expect(mixed.verify).toHaveBeenCalledTimes(250)
})

it('says for how long it is down, until a call may try again, and again when that one failed', async () => {
  const { callTimes, answerWith, getDownMs } = setUp()
  expect(getDownMs()).toBe(0)
  answerWith(silent)
  await callTimes(100)
  expect(getDownMs()).toBe(10_000)
  jest.setSystemTime(Date.now() + 4_000)
  expect(getDownMs()).toBe(6_000)
  jest.setSystemTime(Date.now() + 6_000)
  expect(getDownMs()).toBe(0)
  await callTimes(1)
  expect(getDownMs()).toBe(10_000)
  jest.setSystemTime(Date.now() + 10_000)
  answerWith(works)
  await callTimes(1)
  expect(getDownMs()).toBe(0)
})
