/**
 * The wire protocol of China Mobile's local-number verification, as facts: shapes, composition and parsing.
 * Imports nothing and touches neither clock nor network. Return codes: `@local-number/protocol/return-codes`.
 *
 * @module
 */
export * from './business-api'
export * from './editions'
export * from './endpoints'
export * from './errors'
export * from './expand-params'
export * from './messages'
export * from './msisdn'
export * from './pre-sign'
export * from './timestamp'
