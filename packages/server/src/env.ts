/**
 * A server's options from environment variables, with everything that is wrong said at once. Production refuses demo
 * values, the test line and an unsafe platform address.
 *
 * @module
 */
export { asDemo, isDemo, withoutMark } from './env/demo-value'
export { ConfigError, type OwnVariables, type ReadEnvironment, readEnvironment, type Variables } from './env/read'
export type { Problem, RawEnvironment, Rule } from './env/rules'
export { oneOf, origins, wholeNumber } from './env/types'
export { serverVariables } from './env/variables'
