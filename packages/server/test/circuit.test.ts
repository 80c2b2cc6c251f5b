import { type Circuit, createCircuit } from '../src/circuit'

/** What a call is answered with. */
type Reply = 'works' | 'fails'

beforeEach(() => {
  jest.useFakeTimers({ now: 1_000_000, doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
})

afterEach(() => {
  jest.useRealTimers()
})

function setUp() {
  const heard: string[] = []
  const circuit: Circuit<Reply> = createCircuit({
    hasFailed: (reply: Reply) => reply === 'fails',
    onDown: () => void heard.push('down'),
    onUp: () => void heard.push('up'),
  })
  const callTimes = async (count: number, reply: Reply, owner?: string) => {
    const replies: (Reply | null)[] = []
    for (let call = 0; call < count; call += 1) replies.push(await circuit.call(async () => reply, owner))
    return replies
  }
  /** A call whose answer comes when the test says so. */
  const begin = () => {
    let answer: (reply: Reply) => void = () => undefined
    const replied = circuit.call(() => new Promise<Reply>((resolve) => (answer = resolve)))
    return { replied, answer: (reply: Reply) => answer(reply) }
  }
  return { circuit, heard, callTimes, begin }
}

it('while one call tries whether the service is back, the others are refused at once', async () => {
  const { circuit, callTimes, begin } = setUp()
  await callTimes(40, 'fails')
  jest.setSystemTime(Date.now() + 10_000)
  const trying = begin()
  const run = jest.fn(async (): Promise<Reply> => 'works')
  expect(await circuit.call(run)).toBeNull()
  expect(run).not.toHaveBeenCalled()
  expect(circuit.getDownMs()).toBe(10_000)
  trying.answer('works')
  expect(await trying.replied).toBe('works')
  expect(circuit.getDownMs()).toBe(0)
  expect(await circuit.call(run)).toBe('works')
})

it('tells once that the service is down, and once that it is back', async () => {
  const { heard, callTimes } = setUp()
  expect(await callTimes(40, 'fails')).toContain(null)
  expect(heard).toEqual(['down'])
  jest.setSystemTime(Date.now() + 10_000)
  await callTimes(3, 'works')
  expect(heard).toEqual(['down', 'up'])
})

it('a call that rejects has not failed: what the service answers is for its caller to judge', async () => {
  const { circuit } = setUp()
  for (let call = 0; call < 40; call += 1) {
    await expect(circuit.call(() => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  }
  expect(circuit.getDownMs()).toBe(0)
})

describe('the failures of one owner', () => {
  it('stop nothing while others get answers, however many they are', async () => {
    const { circuit, callTimes } = setUp()
    for (let second = 0; second < 60; second += 1) {
      expect(await callTimes(1, 'works', 'a neighbor')).toEqual(['works'])
      expect(await callTimes(50, 'fails', 'a stranger')).not.toContain(null)
      jest.setSystemTime(Date.now() + 1_000)
    }
    expect(circuit.getDownMs()).toBe(0)
  })

  it('count when nobody gets an answer any more, and so do those of many while some do', async () => {
    const { circuit, callTimes } = setUp()
    await callTimes(40, 'fails', 'the only one')
    expect(circuit.getDownMs()).toBe(10_000)
    const busy = setUp()
    await busy.callTimes(1, 'works', 'a neighbor')
    for (let index = 0; index < 40; index += 1) await busy.callTimes(1, 'fails', `neighbor ${index}`)
    expect(busy.circuit.getDownMs()).toBe(10_000)
  })

  it('leave the next try to others for a pause, if one of them was a try, and then no longer', async () => {
    const { circuit, callTimes } = setUp()
    const passPause = () => jest.setSystemTime(Date.now() + 10_000)
    await callTimes(40, 'fails', 'a stranger')
    passPause()
    expect(await callTimes(1, 'fails', 'a stranger')).toEqual(['fails'])
    passPause()
    expect(await callTimes(1, 'fails', 'a stranger')).toEqual([null])
    expect(circuit.getDownMs()).toBe(0)
    expect(await callTimes(1, 'works', 'a neighbor')).toEqual(['works'])
    const alone = setUp()
    await alone.callTimes(40, 'fails', 'the only one')
    passPause()
    await alone.callTimes(1, 'fails', 'the only one')
    passPause()
    passPause()
    expect(await alone.callTimes(1, 'works', 'the only one')).toEqual(['works'])
  })
})
