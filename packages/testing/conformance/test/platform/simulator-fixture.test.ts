// A scenario restores the simulator, and does not affect others who use it at the same time.
import type { FaultRequest } from '@local-number/simulator-contract'
import { connectControl } from '../../src/control'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { openPlatform } from '../../src/platform/subject'
import { runScenarios } from '../../src/run'
import { useSimulator } from '../support/simulator'

const simulator = useSimulator()
const HOUR = 3_600_000

async function runOne(id: string, control = connectControl(simulator().adminOrigin)) {
  const { subject, has } = await openPlatform({ address: simulator().origin, control, credentials: null })
  return runScenarios(
    PLATFORM_SCENARIOS.filter((scenario) => scenario.id === id),
    subject,
    { has },
  )
}

test('a clock that was ahead is as far ahead after a scenario that moved it', async () => {
  const control = connectControl(simulator().adminOrigin)
  await control.moveClock({ advanceMs: HOUR })
  expect(await runOne('@verify_000_the_next_day')).toMatchObject([{ status: 'passed' }])
  expect((await control.state()).clock.offsetMs).toBe(HOUR)
  await control.moveClock({ reset: true })
})

test('a fault applies to the handset of the scenario only', async () => {
  const control = connectControl(simulator().adminOrigin)
  const faults: FaultRequest[] = []
  const addFault = (fault: FaultRequest) => {
    faults.push(fault)
    return control.addFault(fault)
  }
  expect(await runOne('@verify_999999_internal', { ...control, addFault })).toMatchObject([{ status: 'passed' }])
  expect(faults).toMatchObject([{ call: 'verify', handset: expect.stringMatching(/^conformance-/) }])
})
