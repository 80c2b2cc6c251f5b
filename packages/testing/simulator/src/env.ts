/**
 * A simulator from environment variables, and what it says on a terminal.
 *
 * @module
 */
export { ConfigError, type Environment, readEnvironment } from './env/read'
export { announcement, messageLine } from './env/report'
