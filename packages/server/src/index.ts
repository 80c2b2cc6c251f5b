/**
 * The business server's services, without a framework. Mounting them as an API: `@local-number/server/koa`, `/express`
 * and `/fetch`, and `/cloud` for a WeChat cloud function; checking tickets in another backend: `/ticket`.
 *
 * @example
 * ```ts
 * import { createLocalNumberServer, createTraceId } from '@local-number/server'
 *
 * const server = createLocalNumberServer({
 *   appId,
 *   appKey,
 *   customerPrivateKey,
 *   platformPublicKey,
 *   hashSecret,
 *   ticket: { privateKey: ticketKey },
 * })
 * const facts = { traceId: createTraceId() }
 * const { sign, attemptId } = await server.sign({ preSign, consent, session }, facts)
 * const { outcome, ticket } = await server.verify({ attemptId, phone, token, userInformation }, facts)
 * ```
 *
 * @module
 */
export { type BusinessErrorCode, TRACE_HEADER } from '@local-number/protocol'
export type { CallFacts, QuotaFacts } from './call-facts'
export {
  type ErrorFacts,
  SERVER_ERRORS,
  ServerError,
  type ServerErrorCode,
  type ServerErrorOptions,
  type TicketErrorCode,
  toServerError,
} from './errors'
export { type ApiAnswer, answerError, type ErrorAnswerOptions } from './http/answer'
export type { Log, LogFields, LogLevel } from './log/log'
export { redact, redactText } from './log/redaction'
export { acceptTraceId, createTraceId, type RandomBytes } from './log/trace-id'
export type {
  LimitValues,
  LocalNumberServerOptions,
  Md5Case,
  ProxyOptions,
  ServerSettings,
  TicketOptions,
  Times,
  TlsOptions,
  UserInformationForm,
  VerdictCodes,
} from './options'
export { createLocalNumberServer, type LocalNumberServer } from './server'
export type { ConsentTexts } from './sign/consent-texts'
export type {
  CodePlace,
  CodeStore,
  Guess,
  Guessed,
  GuessLimits,
  MessageRoom,
  NewMessage,
  PutMessage,
} from './stores/codes'
export {
  createMemoryAttemptStore,
  createMemoryCodeStore,
  createMemoryCounterStore,
  createMemoryMemberStore,
  createMemoryOnceStore,
  createMemoryStores,
  type MemoryStoreOptions,
} from './stores/memory-stores'
export type { ConsentRecord, ReceiptStore } from './stores/receipts'
export type {
  Attempt,
  AttemptProgress,
  AttemptStore,
  ChangedConsent,
  CheckProgress,
  CheckStart,
  ConsentState,
  CounterStore,
  MemberStore,
  OnceStore,
  Stores,
} from './stores/stores'
export { importTicketKey } from './ticket/key'
export type { BeforeTicket, TicketDecision, VerifiedNumber } from './verify/before-ticket'
export type { TransportFault } from './verify/platform-client'
export { findPlatformOriginFaults, type PlatformOriginFault } from './verify/platform-origin'
export type { ReplyFault } from './verify/verdict'
