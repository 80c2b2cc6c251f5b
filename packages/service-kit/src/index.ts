/**
 * What the services of this repository share: environment reading, configuration errors, listening, JSON. It knows
 * nothing of the protocol. Private and source-only: its users bundle it, so its errors are recognized by name and code.
 * For its types in a package's declarations, see the `paths` in `packages/server/tsup.config.ts`.
 *
 * @example
 * import { listen, port, readVariables } from '@local-number/service-kit'
 *
 * const { PORT } = readVariables({ PORT: port().default(3000) }, [process.env])
 * const { origin } = await listen(createServer(handler), { host: '127.0.0.1', port: PORT, portSetting: 'PORT' })
 * @module
 */
export { ConfigError, isConfigError, type Problem } from './config-error'
export {
  type Environment,
  mergeVariables,
  type ParsedVariables,
  parseVariables,
  type Rule,
  readVariables,
  type Variables,
} from './environment'
export { type FilledEnvironment, mergeWithFiles } from './file-variables'
export { type CloseOptions, type Listening, listen, toOrigin } from './listen'
export { isListenError, ListenError, type ListenErrorCode, type ListenPlace } from './listen-error'
export { parseJson } from './parse-json'
export {
  defineType,
  isOrigin,
  isRefusal,
  LAST_PORT,
  oneOf,
  origins,
  parseWholeNumber,
  port,
  type Refusal,
  refuse,
  splitList,
  wholeNumber,
} from './variable-types'
