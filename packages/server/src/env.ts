/**
 * A server's options from environment variables, with everything that is wrong said at once. Production refuses demo
 * values, the test line and an unsafe platform address.
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
export { asDemo, isDemo, withoutMark } from './env/demo-value'
export { type OwnVariables, type ReadEnvironment, readEnvironment } from './env/read'
export { serverVariables } from './env/variables'
