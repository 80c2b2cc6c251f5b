// The platform suite's subject: our simulator over HTTP, or a broken platform in front of it.
import { type Simulator, startSimulator } from '@local-number/simulator'
import { connectControl } from '../../src/control'
import { openPlatform } from '../../src/platform/subject'

/** @param address the address of the platform under test. @default the simulator itself */
export function openSimulator(simulator: Simulator, address = simulator.origin) {
  return openPlatform({ address, control: connectControl(simulator.adminOrigin), credentials: null })
}

/** Runs one simulator for the tests of a file. */
export function useSimulator(): () => Simulator {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator()
  })
  afterAll(() => simulator.stop())
  return () => simulator
}
