// A scenario gives back what it was lent, and disturbs nobody who uses the simulator meanwhile.
import type { FaultRequest } from '../../src/admin-calls'
import { connectControl } from '../../src/control'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { openPlatform } from '../../src/platform/subject'
import { runScenarios } from '../../src/run'
import { simulatorForAll } from '../support/simulated'

const simulator = simulatorForAll()
const HOUR = 3_600_000

async function run(id: string, control = connectControl(simulator().adminOrigin)) {
  const { subject, has } = await openPlatform({ address: simulator().origin, control, credentials: null })
  return runScenarios(
    PLATFORM_SCENARIOS.filter((scenario) => scenario.id === id),
    subject,
    { has },
  )
}

test('a clock that was ahead is as far ahead again', async () => {
  const control = connectControl(simulator().adminOrigin)
  await control.moveClock({ advanceMs: HOUR })
  expect(await run('@verify_000_the_next_day')).toMatchObject([{ status: 'passed' }])
  expect((await control.state()).clock.offsetMs).toBe(HOUR)
  await control.moveClock({ reset: true })
})

test('a fault concerns the scenario’s own handset', async () => {
  const control = connectControl(simulator().adminOrigin)
  const asked: FaultRequest[] = []
  const addFault = (fault: FaultRequest) => {
    asked.push(fault)
    return control.addFault(fault)
  }
  expect(await run('@verify_999999_internal', { ...control, addFault })).toMatchObject([{ status: 'passed' }])
  expect(asked).toMatchObject([{ call: 'verify', handset: expect.stringMatching(/^conformance-/) }])
})
