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
export type { Log, LogFields } from './log/log'
export { redact, redactText } from './log/redaction'
export { newTraceId, type RandomBytes, traceIdOf } from './log/trace-id'
export type { LocalNumberServerOptions, Times } from './options'
export { createLocalNumberServer, type LocalNumberServer } from './server'
export type { ConsentRecord } from './sign/signing'
export {
  createMemoryAttemptStore,
  createMemoryCounterStore,
  createMemoryOnceStore,
  createMemoryStores,
  type MemoryStoreOptions,
} from './stores/memory-stores'
export type { Attempt, AttemptStore, CounterStore, OnceStore, Stores } from './stores/stores'
export { importTicketKey } from './ticket/key'
export type { TransportFault } from './verify/platform-client'
export { faultsOfPlatformOrigin, type PlatformOriginFault } from './verify/platform-origin'
export type { UserInformationForm } from './verify/platform-request'
export type { ReplyFault, VerdictCodes } from './verify/verdict'
