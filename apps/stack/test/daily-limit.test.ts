// The daily limit of simulator and backend: one setting, and one way to start the day's count again.
import { type Stack, type StackOptions, startStack } from '../src'
import { runLogin } from '../src/cli/run-login'
import { findTarget } from '../src/cli/target'
import { FREE_PORTS } from './support/free-ports'

let stack: Stack | null = null
afterEach(() => stack?.stop())

async function start(env: StackOptions['env'] = {}) {
  const started = await startStack({ env: { ...FREE_PORTS, ...env } })
  stack = started
  const ports = {
    SIMULATOR_PORT: new URL(started.simulator.origin).port,
    BACKEND_PORT: new URL(started.backend.url).port,
  }
  return {
    simulator: started.simulator,
    logIn: async () => {
      const target = await findTarget({ ...FREE_PORTS, ...ports }, { handset: undefined, edition: 'image' })
      const summary = await runLogin('13800138000', target, () => undefined)
      await target.stop()
      return summary
    },
  }
}

const clearChecks = (origin: string) => fetch(`${origin}/_sim/checks`, { method: 'DELETE' })

test('a number is verified more than ten times a day in development', async () => {
  const { logIn } = await start()
  for (let count = 0; count < 11; count += 1) expect(await logIn()).toMatchObject({ outcome: 'verified' })
})

test('DAILY_LIMIT is the limit of simulator and backend, and both start again when the count is cleared', async () => {
  const { logIn, simulator } = await start({ DAILY_LIMIT: '1' })
  expect(await logIn()).toMatchObject({ outcome: 'verified' })
  const before = simulator.traces()
  expect(await logIn()).toMatchObject({ outcome: 'fallback', reason: 'dailyLimit' })
  // The backend knew, and did not ask.
  expect(simulator.traces()[0]?.verifyMsgIds).toEqual([])
  expect(before[0]?.verifyMsgIds).toHaveLength(1)
  await clearChecks(simulator.origin)
  expect(await logIn()).toMatchObject({ outcome: 'verified' })
})

test('the simulator counts by itself: with a higher limit at the backend it refuses', async () => {
  const { logIn, simulator } = await start({ SIMULATOR_DAILY_LIMIT: '1' })
  expect(await logIn()).toMatchObject({ outcome: 'verified' })
  expect(await logIn()).toMatchObject({ outcome: 'fallback', reason: 'dailyLimit', code: '121011' })
  expect(simulator.traces()[0]?.verifyMsgIds).toHaveLength(1)
  await clearChecks(simulator.origin)
  expect(await logIn()).toMatchObject({ outcome: 'verified' })
})

test.each(['0', '1001', 'many'])('DAILY_LIMIT=%s is refused', async (DAILY_LIMIT) => {
  await expect(startStack({ env: { ...FREE_PORTS, DAILY_LIMIT } })).rejects.toThrow('DAILY_LIMIT must be')
})
