/**
 * The wire protocol of China Mobile's local-number verification, as facts: shapes, composition and parsing; and the
 * API between page and business server. Imports nothing and touches neither clock nor network. Return codes:
 * `@local-number/protocol/return-codes`.
 *
 * @example
 * ```ts
 * import { parseMsisdn, parsePreSign } from '@local-number/protocol'
 *
 * parseMsisdn('+86 138-0013-8000') // '13800138000'
 * parsePreSign(preSign, { appId: '300011877495', edition: 'miniProgram' }) // { appId, msgId, timestamp, … } or null
 * ```
 *
 * @module
 */
export * from './business-api'
export * from './business-errors'
export * from './editions'
export * from './endpoints'
export * from './errors'
export * from './expand-params'
export * from './https-edition'
export * from './messages'
export * from './msisdn'
export * from './pre-sign'
export * from './timestamp'
