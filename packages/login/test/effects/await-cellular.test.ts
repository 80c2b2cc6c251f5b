// The effect of awaitingCellular: the user turns Wi-Fi off.
import { RECHECK_NETWORK_MS } from '../../src/effects/await-cellular'
import { createLogin } from '../../src/login'
import {
  config,
  createPorts,
  createStandIns,
  goTo,
  never,
  START,
  type StandIns,
  settle,
  startLogin,
} from '../stand-ins'

const raise = (thrown: unknown): never => {
  throw thrown
}

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

describe('turning Wi-Fi off', () => {
  async function waiting() {
    const standIns: StandIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi' })
    return { standIns, login }
  }
  const change = async (standIns: StandIns, type: '4g' | 'none' | 'wifi') => {
    for (const listener of [...standIns.networkListeners]) listener(type)
    await settle()
  }

  test('continues by itself when the network changes', async () => {
    const { standIns, login } = await waiting()
    await change(standIns, 'none')
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.networkListeners.size).toBe(0)
  })

  test('has a full time budget, however long the user took', async () => {
    const { standIns, login } = await waiting()
    await jest.advanceTimersByTimeAsync(600_000)
    standIns.loadImage = () => new Promise((resolve) => setTimeout(resolve, 4900))
    standIns.requestToken = () => never()
    await change(standIns, '4g')
    await jest.advanceTimersByTimeAsync(7899)
    expect(login.state().name).toBe('acquiring')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'timeout', code: 'token' })
  })

  test('stops listening when the user leaves', async () => {
    const { standIns, login } = await waiting()
    login.leave()
    expect(standIns.networkListeners.size).toBe(0)
    await change(standIns, '4g')
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice', retryTo: 'awaitingCellular' })
  })

  test('continues when the listener is called at once', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const ports = createPorts(standIns)
    const stop = jest.fn()
    const onChange = (listener: (type: '4g') => void) => {
      listener('4g')
      return stop
    }
    const network = { ...ports.network, onChange }
    const login = createLogin(config(), { ...ports, network })
    login.connect()
    login.actions.agree()
    await settle()
    expect(login.store.getState().name).toBe('phoneEntry')
    expect(stop).toHaveBeenCalledTimes(1)
  })

  test('ignores a permission for a network that has changed again', async () => {
    const answers: ((allowed: boolean) => void)[] = []
    const networkCheck = (type: string) =>
      type === '4g' ? new Promise<boolean>((resolve) => answers.push(resolve)) : false
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns, { networkCheck })
    login.agree()
    await settle()
    await change(standIns, '4g')
    await change(standIns, 'wifi')
    answers.shift()?.(true)
    await settle()
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    answers.shift()?.(true)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('keeps waiting when the platform cannot read the network', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    const login = startLogin(standIns)
    login.agree()
    await settle()
    standIns.askNetwork = () => raise(new Error('getNetworkType is not a function'))
    await jest.advanceTimersByTimeAsync(RECHECK_NETWORK_MS)
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })

  test('survives an app’s check that throws', async () => {
    const standIns = Object.assign(createStandIns(), { networkType: 'wifi' as const })
    let asked = 0
    const networkCheck = () => {
      asked += 1
      if (asked === 1) return false
      if (asked < 4) throw new Error('the app’s check is broken')
      return true
    }
    const login = startLogin(standIns, { networkCheck })
    login.agree()
    await settle()
    await change(standIns, '4g')
    expect(login.state().name).toBe('awaitingCellular')
    await change(standIns, '4g')
    expect(login.state().name).toBe('phoneEntry')
  })

  test('asks the network every three seconds: on real phones the event gets lost', async () => {
    const { standIns, login } = await waiting()
    standIns.networkType = '4g'
    await jest.advanceTimersByTimeAsync(RECHECK_NETWORK_MS - 1)
    expect(login.state().name).toBe('awaitingCellular')
    await jest.advanceTimersByTimeAsync(1)
    expect(login.state().name).toBe('phoneEntry')
  })

  test('stops asking when the user leaves', async () => {
    const { standIns, login } = await waiting()
    login.leave()
    const askNetwork = jest.spyOn(standIns, 'askNetwork')
    await jest.advanceTimersByTimeAsync(60_000)
    expect(askNetwork).not.toHaveBeenCalled()
  })

  test('asks at once when the user comes back from the settings', async () => {
    const { standIns, login } = await waiting()
    goTo('background', standIns)
    standIns.networkType = '4g'
    goTo('foreground', standIns)
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })

  test('checks the network again when the user asks for it', async () => {
    const { standIns, login } = await waiting()
    login.retry()
    await settle()
    expect(login.state()).toMatchObject({ name: 'awaitingCellular', reason: 'wifi' })
    standIns.networkType = '4g'
    login.retry()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })
})
