/**
 * The whole stack in one process, for `npm start`, the command-line login and the browser tests.
 *
 * @module
 */
export { ANY_PORTS } from './config'
export { StackError } from './errors'
export { type Stack, type StackOptions, startStack } from './start-stack'
