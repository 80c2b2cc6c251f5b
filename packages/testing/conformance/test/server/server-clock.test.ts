import { createServerClock, MOST_WAIT_MS } from '../../src/server/server-clock'

test('without a movable clock, time is waited for', async () => {
  const clock = createServerClock(undefined)
  const before = performance.now()
  await clock.pass(20)
  expect(performance.now() - before).toBeGreaterThanOrEqual(20)
  await clock.restore()
})

test('nobody waits longer than a scenario may', async () => {
  const clock = createServerClock(undefined)
  await expect(clock.pass(MOST_WAIT_MS)).rejects.toThrow(/^not judged: .+ configure less than 90000 ms$/)
})
