/**
 * A simulator from environment variables, and what it prints on a terminal.
 *
 * @example
 * ```ts
 * import { startSimulator } from '@local-number/simulator'
 * import { formatMessage, readEnvironment } from '@local-number/simulator/env'
 *
 * await startSimulator({
 *   ...readEnvironment(process.env),
 *   onMessage: (message) => console.log(formatMessage(message)),
 * })
 * ```
 * @module
 */
export { ConfigError, isConfigError, type Variables } from '@local-number/service-kit'
export { readEnvironment } from './env/read'
export { type AnnouncementOptions, formatAnnouncement, formatMessage } from './env/report'
