// How long a token is valid and how often a number may be checked.
import { REGISTERED_APP } from '../support/customer'
import { obtainToken, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const PHONE = '13800138000'

test('a token is valid for one minute by default', async () => {
  let clock = Date.UTC(2026, 5, 1)
  const simulator = await startTestSimulator({ now: () => clock })
  const inTime = await obtainToken(simulator.origin)
  clock += 59_900
  expect(await verify(simulator, { phone: PHONE, token: inTime })).toBe('000')
  const late = await obtainToken(simulator.origin)
  clock += 60_001
  expect(await verify(simulator, { phone: PHONE, token: late })).toBe('120020')
})

test('a token is valid for the app’s tokenLifetimeMs', async () => {
  let clock = Date.UTC(2026, 5, 1)
  const simulator = await startTestSimulator({
    now: () => clock,
    apps: [{ ...REGISTERED_APP, tokenLifetimeMs: 120_000 }],
  })
  const inTime = await obtainToken(simulator.origin)
  clock += 120_000
  expect(await verify(simulator, { phone: PHONE, token: inTime })).toBe('000')
  const late = await obtainToken(simulator.origin)
  clock += 120_001
  expect(await verify(simulator, { phone: PHONE, token: late })).toBe('120020')
})

test.each([0, 600_001, 1.5])('the tokenLifetimeMs %d is refused', async (tokenLifetimeMs) => {
  const simulator = await startTestSimulator()
  expect(() => simulator.updateApp(REGISTERED_APP.appId, { tokenLifetimeMs })).toThrow(
    'tokenLifetimeMs must be a whole number from 1 to 600000',
  )
})

describe('the daily limit', () => {
  test.each([undefined, 5])(
    'of %s: the check after it answers 121011, whether the numbers were right or wrong',
    async (dailyLimit) => {
      const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, dailyLimit }] })
      for (let count = 0; count < (dailyLimit ?? 10); count += 1) {
        const phone = count % 2 ? PHONE : '13900139000'
        expect(await verify(simulator, { phone, token: await obtainToken(simulator.origin) })).toBe(
          count % 2 ? '000' : '001',
        )
      }
      expect(await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })).toBe('121011')
      simulator.setActiveHandset('cm-4g')
      expect(await verify(simulator, { phone: '13900139000', token: await obtainToken(simulator.origin) })).toBe('000')
    },
  )

  test('is checked before signature and number, and spends no token [S 1.2 step 14]', async () => {
    const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, dailyLimit: 1 }] })
    expect(await verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })).toBe('000')
    const token = await obtainToken(simulator.origin)
    expect(await verify(simulator, { phone: PHONE, token, afterSigning: { body: { sign: 'QUJD' } } })).toBe('121011')
    simulator.updateApp(REGISTERED_APP.appId, { dailyLimit: 2 })
    expect(await verify(simulator, { phone: PHONE, token, afterSigning: { body: { sign: 'QUJD' } } })).toBe('130018')
    expect(await verify(simulator, { phone: PHONE, token })).toBe('000')
  })

  test('of the last 24 hours ends 24 hours after the check, not at midnight', async () => {
    let clock = Date.UTC(2026, 5, 1, 15, 59, 59)
    const app = { ...REGISTERED_APP, dailyLimit: 1, dailyLimitPeriod: 'last24Hours' } as const
    const simulator = await startTestSimulator({ now: () => clock, apps: [app] })
    const check = async () => verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })
    expect(await check()).toBe('000')
    clock += 24 * 3_600_000 - 1
    expect(await check()).toBe('121011')
    clock += 1
    expect(await check()).toBe('000')
  })

  test('ends at midnight in Shanghai', async () => {
    let clock = Date.UTC(2026, 5, 1, 15, 59, 59)
    const simulator = await startTestSimulator({ now: () => clock, apps: [{ ...REGISTERED_APP, dailyLimit: 1 }] })
    const check = async () => verify(simulator, { phone: PHONE, token: await obtainToken(simulator.origin) })
    expect(await check()).toBe('000')
    expect(await check()).toBe('121011')
    clock += 1000
    expect(await check()).toBe('000')
  })
})
