// The effect of authorizing: the platform may ask the user, after our own consent.
import { createLogin } from '../../src/login'
import { config, createPorts, createStandIns, never, START, type StandIns, settle, startLogin } from '../stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('the platform’s own request for permission', () => {
  function asked(answer: () => Promise<void>) {
    const authorize = jest.fn(answer)
    const askNetwork = jest.fn(async () => '5g' as const)
    const standIns: StandIns = Object.assign(createStandIns(), { authorize, askNetwork })
    return { standIns, authorize, askNetwork, login: startLogin(standIns) }
  }
  const denied = (errno?: unknown) => () => Promise.reject({ errMsg: 'requirePrivacyAuthorize:fail', errno })

  test('comes after our own consent', async () => {
    const { authorize, login } = asked(never)
    await settle()
    expect(authorize).not.toHaveBeenCalled()
    login.agree()
    login.agree()
    expect(authorize).toHaveBeenCalledTimes(1)
  })

  test('comes before anything is sent or read', async () => {
    const { standIns, askNetwork, login } = asked(never)
    login.agree()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state().name).toBe('authorizing')
    expect(askNetwork).not.toHaveBeenCalled()
    expect(standIns.calls).toEqual([])
  })

  test('does not count against the silent part’s time budget', async () => {
    const { standIns, login } = asked(() => new Promise((resolve) => setTimeout(resolve, 60_000)))
    login.agree()
    standIns.loadImage = never
    await jest.advanceTimersByTimeAsync(60_000)
    expect(login.state()).toMatchObject({ name: 'acquiring', deadline: START + 68_000 })
  })

  test.each([
    [104, '104'],
    ['104, said the user of 13800138000', null],
    [undefined, null],
  ])('ends in the fallback when denied with the errno %p, with the code %p', async (errno, code) => {
    const { standIns, login } = asked(denied(errno))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'privacyDenied', code, retryTo: 'consent' })
    expect(standIns.calls).toEqual([])
  })

  test('can be granted after a retry, which begins with our own consent', async () => {
    const { standIns, login } = asked(denied(104))
    login.agree()
    await settle()
    standIns.authorize = async () => undefined
    login.retry()
    await settle()
    expect(login.state().name).toBe('consent')
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('is not repeated by a retry after it was granted', async () => {
    const { standIns, authorize, login } = asked(async () => undefined)
    standIns.loadImage = () => Promise.reject(new Error('500'))
    login.agree()
    await settle()
    login.retry()
    await settle()
    expect(authorize).toHaveBeenCalledTimes(1)
  })

  test('is repeated for a view that comes back', async () => {
    const { standIns, login } = asked(never)
    login.agree()
    login.disconnect()
    standIns.authorize = async () => undefined
    login.connect()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('is ignored when it is answered after the user has chosen another way', async () => {
    let answer: () => void = () => undefined
    const { login } = asked(
      () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    )
    login.agree()
    login.leave()
    answer()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', retryTo: 'consent' })
  })

  test('is optional', async () => {
    const login = createLogin(config(), { ...createPorts(createStandIns()), authorize: undefined })
    login.connect()
    login.actions.agree()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
  })

  test.each(['platformUnsupported', 'httpsPage', 'misconfigured'] as const)(
    'is skipped when the login cannot work: %s',
    async (reason) => {
      const { standIns, authorize, askNetwork, login } = asked(async () => undefined)
      standIns.unsupported = { reason, code: 'why' }
      login.agree()
      await settle()
      expect(login.state()).toMatchObject({ name: 'fallback', reason, code: 'why', retryTo: null })
      expect(authorize).not.toHaveBeenCalled()
      expect(askNetwork).not.toHaveBeenCalled()
      expect(standIns.calls).toEqual([])
    },
  )
})
