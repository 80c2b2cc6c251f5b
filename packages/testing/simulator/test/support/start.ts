// Starts simulators for a test file and stops them afterwards.
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src'
import { FILED_APP } from './customer'

const running: Simulator[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()))
})

/** A simulator whose demo app has its customer public key filed. */
export async function started(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({ apps: [FILED_APP], ...options })
  running.push(simulator)
  return simulator
}
