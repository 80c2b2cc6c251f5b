/**
 * The whole stack in one process, for `npm start`, the command-line login and the browser tests.
 *
 * @example
 * import { ANY_PORTS, startStack } from '@local-number/stack'
 *
 * const stack = await startStack({ env: ANY_PORTS })
 * console.log(stack.backend.url)
 * await stack.stop()
 *
 * @module
 */
export { ANY_PORTS } from './config'
export { StackError } from './errors'
export { type Stack, type StackOptions, startStack } from './start-stack'
