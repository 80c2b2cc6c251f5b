/**
 * A server's options from environment variables. All problems are reported at once; production refuses demo values, the
 * test line and an unsafe platform address.
 *
 * @example
 * ```ts
 * import { createLocalNumberServer } from '@local-number/server'
 * import { port, readEnvironment } from '@local-number/server/env'
 *
 * const { own, server } = readEnvironment([process.env], { variables: { PORT: port().default(3000) } })
 * const business = createLocalNumberServer(server)
 * ```
 *
 * @module
 */
export {
  ConfigError,
  type Environment,
  isConfigError,
  oneOf,
  origins,
  type Problem,
  port,
  type Rule,
  type Variables,
  wholeNumber,
} from '@local-number/service-kit'
export { isDemo, markAsDemo, removeDemoMark } from './env/demo-value'
export { type OwnVariables, readEnvironment, type ServiceSettings } from './env/read-environment'
export { SERVER_VARIABLES } from './env/variables'
