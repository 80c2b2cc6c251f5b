// Listeners are the app's code: they may throw, and they may use the login while it calls them.
import { createLogin, type LoginRecord } from '../src/login'
import { config, createPorts, createStandIns, never, PHONE, START, type StandIns, settle } from './stand-ins'

beforeEach(() => jest.useFakeTimers({ now: START }))
afterEach(() => jest.useRealTimers())

function startTelling(standIns: StandIns, onRecord: (record: LoginRecord) => void) {
  const login = createLogin(config(), createPorts(standIns), onRecord)
  login.connect()
  return { ...login, ...login.actions, state: () => login.store.getState() }
}

describe('a listener that throws', () => {
  const broken = () => {
    throw new Error('the app’s analytics are broken')
  }

  test('does not stop the login when it is onRecord, and surfaces as uncaught', async () => {
    const login = startTelling(createStandIns(), broken)
    expect(login.agree).not.toThrow()
    await expect(settle()).rejects.toThrow('analytics are broken')
    await settle().catch(() => undefined)
    await settle().catch(() => undefined)
    expect(login.state().name).toBe('phoneEntry')
  })

  test('does not stop the state’s effect when it subscribes to the store', async () => {
    const login = startTelling(createStandIns(), () => undefined)
    const unsubscribe = login.store.subscribe(broken)
    expect(login.agree).not.toThrow()
    unsubscribe()
    await expect(settle()).rejects.toThrow('analytics are broken')
    await settle()
    expect(login.state().name).toBe('phoneEntry')
  })
})

describe('a listener that uses the login', () => {
  /** Every record begins where the one before it ended. */
  const expectChain = (records: readonly LoginRecord[]) => {
    const ends = ['consent', ...records.map(({ to }) => to)]
    expect(records.map(({ from }) => from)).toEqual(ends.slice(0, -1))
  }

  test('may retry from the record of the fallback: records stay in order, and the effect starts once', async () => {
    const standIns = createStandIns()
    standIns.networkType = 'none'
    const records: LoginRecord[] = []
    const login = startTelling(standIns, (record) => {
      if (record.to === 'fallback') {
        standIns.networkType = '5g'
        login.retry()
      }
      records.push(record)
    })
    login.agree()
    await settle()
    expect(login.state().name).toBe('phoneEntry')
    expect(standIns.calls).toEqual(['sign', 'image', 'token'])
    expectChain(records)
  })

  test('may leave from the record of number retrieval: nothing continues, and records stay in order', async () => {
    const standIns = createStandIns()
    const records: LoginRecord[] = []
    let image: AbortSignal | undefined
    standIns.loadImage = (_image, signal) => {
      image = signal
      return never()
    }
    const login = startTelling(standIns, (record) => {
      if (record.to === 'acquiring') login.leave()
      records.push(record)
    })
    login.agree()
    await settle()
    expect(login.state()).toMatchObject({ name: 'fallback', reason: 'userChoice' })
    expect(image?.aborted).toBe(true)
    expectChain(records)
  })

  test('may type and submit from the store’s subscription: the number is verified once', async () => {
    const standIns = createStandIns()
    const records: LoginRecord[] = []
    const login = startTelling(standIns, (record) => records.push(record))
    login.store.subscribe((state, before) => {
      if (state.name === 'phoneEntry' && before.name !== 'phoneEntry') {
        login.edit(PHONE)
        login.submit()
      }
    })
    login.agree()
    await settle()
    expect(login.state().name).toBe('verified')
    expect(standIns.calls).toEqual(['sign', 'image', 'token', 'verify'])
    expectChain(records)
  })

  test('finds in the store the state of its record', async () => {
    const seen: [string, string][] = []
    const login = startTelling(createStandIns(), ({ to }) => {
      seen.push([to, login.store.getState().name])
      if (to === 'checkingNetwork') login.leave()
      if (to === 'fallback' && seen.length < 4) login.retry()
    })
    login.agree()
    await settle()
    expect(seen.length).toBeGreaterThan(3)
    for (const [told, stored] of seen) expect(stored).toBe(told)
  })
})
