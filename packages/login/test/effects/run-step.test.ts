// Every step has a time limit, and the silent part has one budget.
import { createStandIns, never, START, settle, startLogin, submitNumber } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('time limits', () => {
  test.each([
    ['image', 5000, { loadImage: never }],
    ['sign', 4000, { sign: never }],
    ['token', 3000, { requestToken: never }],
  ] as const)('%s: given up after %d ms', async (step, ms, spoiled) => {
    const login = startLogin(Object.assign(createStandIns(), spoiled))
    login.agree()
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: step })
  })

  test('end the silent part even if each of its steps keeps its own limit', async () => {
    const slow = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    const standIns = createStandIns()
    standIns.loadImage = () => slow(4900)
    standIns.requestToken = () => slow(2900).then(() => ({ token: 'T', userInformation: 'I' }))
    const login = startLogin(standIns, {
      networkCheck: () => slow(900).then(() => true),
    })
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('do not begin a step without time left', async () => {
    const standIns = createStandIns()
    standIns.loadImage = async () => jest.setSystemTime(START + 8000)
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
    expect(standIns.calls).toEqual(['sign', 'image'])
  })

  test('leave no timer', async () => {
    const login = startLogin(createStandIns())
    login.agree()
    await settle()
    await submitNumber(login)
    expect(jest.getTimerCount()).toBe(0)
  })
})
