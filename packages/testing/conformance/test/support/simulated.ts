// The platform suite's subject: our simulator over HTTP, with whatever stands in front of it.
import { type Simulator, startSimulator } from '@local-number/simulator'
import { connectControl } from '../../src/control'
import { openPlatform } from '../../src/platform/subject'

/** @param address of what stands in front of the simulator. Default: nothing does. */
export function openSimulated(simulator: Simulator, address = simulator.origin) {
  return openPlatform({ address, control: connectControl(simulator.adminOrigin), credentials: null })
}

/** A simulator for the tests of a file. */
export function simulatorForAll(): () => Simulator {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator()
  })
  afterAll(() => simulator.stop())
  return () => simulator
}
