// The simulator as an application: configuration from the environment, one line per message. Composition only.
import { type Simulator, startSimulator } from '@local-number/simulator'
import { type Environment, readConfig } from './config'
import { messageLine } from './report'

export type { Simulator } from '@local-number/simulator'
export { ConfigError, type Environment } from './config'
export { announcement } from './report'

/**
 * Starts the simulator that the environment describes. `print` gets one masked line per message of a login.
 *
 * @throws ConfigError for the environment, SimulatorError for a taken port or a malformed key
 */
export function startSimulatorApp(
  env: Environment,
  print: (line: string) => void = () => undefined,
): Promise<Simulator> {
  return startSimulator({ ...readConfig(env), onMessage: (message) => print(messageLine(message)) })
}
