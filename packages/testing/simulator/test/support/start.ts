// Starts simulators for a test file and stops them after each test.
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src'
import { REGISTERED_APP } from './customer'

const running: Simulator[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()))
})

/** Starts a simulator whose demo app has its customer public key registered. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = await startSimulator({ apps: [REGISTERED_APP], ...options })
  running.push(simulator)
  return simulator
}
