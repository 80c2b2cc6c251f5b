// The effect of checkingNetwork.
import { SdkError } from '@local-number/jssdk'
import { createStandIns, never, START, type StandIns, settle, startLogin } from '../stand-ins'

const raise = (thrown: unknown): never => {
  throw thrown
}

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('the network check', () => {
  test.each([
    ['wifi', 'wait', 'awaitingCellular', 'wifi'],
    ['wifi', 'fallback', 'fallback', 'wifi'],
    ['none', 'wait', 'fallback', 'offline'],
    ['none', 'fallback', 'fallback', 'offline'],
  ] as const)(
    '%s with onWifi %s leads to %s, reason %s, and nothing was sent',
    async (networkType, onWifi, name, reason) => {
      const standIns = Object.assign(createStandIns(), { networkType })
      const login = startLogin(standIns, { onWifi })
      login.agree()
      await settle()
      expect(login.state()).toMatchObject({ name, reason, code: networkType })
      expect(login.records.at(-1)).toMatchObject({ to: name, reason, code: networkType })
      expect(standIns.calls).toEqual([])
    },
  )

  test('an unknown network is tried', async () => {
    const login = startLogin(Object.assign(createStandIns(), { networkType: 'unknown' as const }))
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test.each<[string, StandIns['askNetwork']]>([
    ['rejects', () => Promise.reject(new Error('getNetworkType:fail'))],
    [
      'throws',
      () => {
        throw new Error('getNetworkType is not a function')
      },
    ],
    ['returns an unknown type', async () => 'constructor' as never],
    ['returns nothing', async () => undefined as never],
  ])('a platform that %s is unknown, and tried', async (_how, askNetwork) => {
    const login = startLogin(Object.assign(createStandIns(), { askNetwork }))
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('a platform that does not answer within a second is unknown, and tried', async () => {
    const login = startLogin(Object.assign(createStandIns(), { askNetwork: never }))
    login.agree()
    await jest.advanceTimersByTimeAsync(999)
    expect(login.state().name).toBe('checkingNetwork')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state().name).toBe('phoneEntry')
  })

  test('is skipped by false: the network is not read', async () => {
    const askNetwork = jest.fn(async () => 'wifi' as const)
    const login = startLogin(Object.assign(createStandIns(), { askNetwork }), { networkCheck: false })
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(askNetwork).not.toHaveBeenCalled()
  })

  test('the app’s own function gets unknown for a network that cannot be read', async () => {
    const networkCheck = jest.fn(() => true)
    const askNetwork = () => Promise.reject(new Error('getNetworkType:fail'))
    startLogin(Object.assign(createStandIns(), { askNetwork }), { networkCheck }).agree()
    await settle()
    expect(networkCheck.mock.calls).toEqual([['unknown']])
  })

  test('the app’s own function decides', async () => {
    const networkCheck = jest.fn(async () => false)
    const login = startLogin(Object.assign(createStandIns(), { networkType: '2g' as const }), { networkCheck })
    login.agree()
    await settle()
    expect(networkCheck).toHaveBeenCalledWith('2g')
    expect(login.state()).toMatchObject({ reason: 'networkRefused', code: '2g' })
  })

  test.each([
    ['throws', () => raise(new Error('broken'))],
    ['rejects', () => Promise.reject(new Error('broken'))],
    ['returns a falsy value', () => undefined as never],
  ])('the app’s own function does not allow the network when it %s', async (_how, networkCheck) => {
    const login = startLogin(createStandIns(), { networkCheck })
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'networkRefused' })
  })

  test('the app’s own function that never answers ends with the time budget', async () => {
    const login = startLogin(createStandIns(), { networkCheck: never })
    login.agree()
    await jest.advanceTimersByTimeAsync(7999)
    expect(login.state().name).toBe('checkingNetwork')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'network' })
  })

  test('the app’s own function is not called for a user who has left', async () => {
    const networkCheck = jest.fn(() => true)
    const login = startLogin(Object.assign(createStandIns(), { askNetwork: never }), { networkCheck })
    login.agree()
    await settle()
    login.leave()
    await jest.advanceTimersByTimeAsync(10_000)
    expect(networkCheck).not.toHaveBeenCalled()
  })
})

describe('beside Wi-Fi, a login that may use both editions', () => {
  const onWifi = (changes: Partial<StandIns>) =>
    Object.assign(createStandIns(), { networkType: 'wifi', editions: ['image', 'https'], ...changes } as const)

  test('takes the HTTPS edition if its request leaves over cellular, although it prefers the image', async () => {
    const standIns = onWifi({ forcesCellular: true })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'phoneEntry', edition: 'https' })
    expect(standIns.calls).toEqual(['sign', 'httpsToken'])
    expect(login.records.map(({ to, edition }) => [to, edition])).toEqual([
      ['authorizing', null],
      ['checkingNetwork', 'image'],
      ['acquiring', 'https'],
      ['phoneEntry', 'https'],
    ])
  })

  test('takes its preferred edition again when Wi-Fi has been turned off', async () => {
    const standIns = onWifi({ forcesCellular: false })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi', edition: 'image' })
    standIns.networkType = '5g'
    login.retry()
    await settle()
    expect(login.state()).toMatchObject({ name: 'phoneEntry', edition: 'image' })
  })

  test('takes its preferred edition when the other one failed beside Wi-Fi, and Wi-Fi has been turned off', async () => {
    const requestHttpsToken = () => Promise.reject(new SdkError('requestFailed', 'bind mobile socket failed'))
    const standIns = onWifi({ forcesCellular: true, requestHttpsToken })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi', edition: 'https' })
    standIns.networkType = '5g'
    login.retry()
    await settle()
    expect(login.state()).toMatchObject({ name: 'phoneEntry', edition: 'image' })
    expect(standIns.calls).toEqual(['sign', 'httpsToken', 'sign', 'image', 'token'])
  })

  test('does not take an edition that cannot work on this page', async () => {
    const unsupported = () => ({ reason: 'platformUnsupported', code: null }) as const
    const login = startLogin(onWifi({ forcesCellular: true, against: { image: {}, https: { unsupported } } }))
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi' })
  })

  test('asks the app’s own function alone, which decides for the preferred edition', async () => {
    const networkCheck = jest.fn(() => false)
    const login = startLogin(onWifi({ forcesCellular: true }), { networkCheck })
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi', edition: 'image' })
  })
})
