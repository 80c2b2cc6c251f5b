// The effect of openingSession: the app opens its session with the number that was proven.
import type { Verified } from '../../src/proven'
import { createStandIns, PHONE, START, settle, startLogin, submitNumber } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

async function verify(openSession: (verified: Verified) => void | Promise<void>) {
  const login = startLogin(createStandIns(), {}, { openSession })
  login.agree()
  await settle()
  await submitNumber(login)
  return login
}

describe('opening the session', () => {
  test('gives the app the number, the ticket, the trace id and how it was proven', async () => {
    const openSession = jest.fn()
    const login = await verify(openSession)
    const verified = { phone: PHONE, ticket: 'TICKET', traceId: 'the server’s trace', way: 'sim' }
    expect(openSession.mock.calls).toEqual([[verified]])
    expect(login.state()).toMatchObject({ name: 'verified', way: 'sim' })
  })

  test('waits until the app is ready', async () => {
    let finish = () => {}
    const login = await verify(
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    expect(login.state().name).toBe('openingSession')
    finish()
    await settle()
    expect(login.state().name).toBe('verified')
  })

  test.each<[string, () => void | Promise<void>]>([
    ['rejects', () => Promise.reject(new Error('该账号已停用'))],
    [
      'throws',
      () => {
        throw new Error('该账号已停用')
      },
    ],
  ])('an app that %s says why, and a retry asks it again', async (_how, refuse) => {
    const openSession = jest.fn(refuse)
    const login = await verify(openSession)
    expect(login.state()).toMatchObject({ name: 'sessionFailed', message: '该账号已停用' })
    openSession.mockImplementation(() => undefined)
    login.retry()
    await settle()
    expect(login.state().name).toBe('verified')
    expect(openSession).toHaveBeenCalledTimes(2)
  })

  test.each([new Error(''), 'no', undefined])('a rejection with %p has no message', async (thrown) => {
    const login = await verify(() => Promise.reject(thrown))
    expect(login.state()).toMatchObject({ name: 'sessionFailed', message: null })
  })

  test('an engine’s error is not shown to the user, but surfaces as uncaught', async () => {
    const error = new TypeError('Failed to fetch')
    const login = startLogin(createStandIns(), {}, { openSession: () => Promise.reject(error) })
    login.agree()
    await settle()
    login.edit(PHONE)
    login.submit()
    await expect(jest.advanceTimersByTimeAsync(1)).rejects.toBe(error)
    expect(login.state()).toMatchObject({ name: 'sessionFailed', message: null })
  })

  test('a login that is connected again meanwhile does not use the ticket twice', async () => {
    const openSession = jest.fn(() => new Promise<void>(() => undefined))
    const login = await verify(openSession)
    login.disconnect()
    login.connect()
    await settle()
    expect(login.state().name).toBe('openingSession')
    expect(openSession).toHaveBeenCalledTimes(1)
  })

  test('what an app answers after a cancel changes nothing', async () => {
    let finish = () => {}
    const login = await verify(
      () =>
        new Promise((resolve) => {
          finish = resolve
        }),
    )
    login.cancel()
    finish()
    await settle()
    expect(login.state().name).toBe('consent')
  })
})

test('another way’s number goes to the app, too, with the way’s id', async () => {
  const openSession = jest.fn()
  const login = startLogin(createStandIns(), {}, { openSession })
  login.chooseWay('sms')
  login.finishWay({ phone: '13900139000', ticket: null })
  await settle()
  const verified = { phone: '13900139000', ticket: null, traceId: 'id 1', way: 'sms' }
  expect(openSession.mock.calls).toEqual([[verified]])
  expect(login.state()).toMatchObject({ name: 'verified', way: 'sms' })
})
