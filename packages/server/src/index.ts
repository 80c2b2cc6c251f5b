/**
 * The business server's services, without a framework. Koa: `@local-number/server/koa`; checking tickets in another
 * backend: `@local-number/server/ticket`.
 *
 * @module
 */
export type { BusinessErrorCode } from '@local-number/protocol'
export {
  type ErrorFacts,
  SERVER_ERRORS,
  ServerError,
  type ServerErrorCode,
  type ServerErrorOptions,
  type TicketErrorCode,
  toServerError,
} from './errors'
export type { LimitValues } from './limits'
export type { Log, LogFields } from './log'
export {
  createMemoryAttemptStore,
  createMemoryCounterStore,
  createMemoryOnceStore,
  createMemoryStores,
  type MemoryStoreOptions,
} from './memory-stores'
export type { LocalNumberServerOptions, Times } from './options'
export type { TransportFault } from './platform-client'
export { faultsOfPlatformOrigin, type PlatformOriginFault } from './platform-origin'
export { redact, redactText } from './redaction'
export { createLocalNumberServer, type LocalNumberServer } from './server'
export type { ConsentRecord } from './signing'
export type { Attempt, AttemptStore, CounterStore, OnceStore, Stores } from './stores'
export { importTicketKey } from './ticket-key'
export { newTraceId, type RandomBytes, traceIdOf } from './trace'
export type { UserInformationForm } from './verify-request'
export type { ReplyFault, VerdictCodes } from './verify-verdict'
