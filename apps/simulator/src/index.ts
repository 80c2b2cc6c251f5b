// The simulator as an application: configuration from the environment, one line per message. Composition only.
import { type Simulator, startSimulator } from '@local-number/simulator'
import { type Environment, readConfig } from './config'
import { messageLine } from './report'

export { DEMO_APP, type Simulator } from '@local-number/simulator'
export { ConfigError, type Environment } from './config'
export { announcement } from './report'

/** What the process around the simulator brings along. */
export interface Surroundings {
  /** Gets one masked line per message of a login. */
  readonly print?: (line: string) => void
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number
}

/**
 * Starts the simulator that the environment describes.
 *
 * @throws ConfigError for the environment, SimulatorError for a taken port or a malformed key
 */
export function startSimulatorApp(env: Environment, { print, now }: Surroundings = {}): Promise<Simulator> {
  return startSimulator({ ...readConfig(env), now, onMessage: (message) => print?.(messageLine(message)) })
}
