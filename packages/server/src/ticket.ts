/**
 * Tickets alone, for the backend that checks them: without Koa and the platform client.
 *
 * @example
 * ```ts
 * import { createMemoryOnceStore, createTicketChecker, toBinding } from '@local-number/server/ticket'
 *
 * const tickets = createTicketChecker({
 *   key: { jwks: 'https://login.example.com/api/local-number/jwks.json' },
 *   issuer: 'https://login.example.com',
 *   audience: 'shop',
 *   spent: createMemoryOnceStore(),
 * })
 * const { phoneNumber } = await tickets.check(ticket, { binding: toBinding(session.secret) })
 * ```
 *
 * @module
 */
export { ServerError, type ServerErrorCode, type TicketErrorCode } from './errors'
export { createMemoryOnceStore, type MemoryStoreOptions } from './stores/memory-stores'
export type { OnceStore } from './stores/stores'
export { createBindingSecret, toBinding } from './ticket/binding'
export {
  type CheckedTicket,
  createTicketChecker,
  type TicketChecker,
  type TicketCheckerOptions,
  type TicketVisitor,
} from './ticket/checker'
export {
  createTicketIssuer,
  type TicketClaims,
  type TicketIssuer,
  type TicketIssuerOptions,
  type TicketProof,
} from './ticket/issuer'
export { SPENT_TTL_MS, TICKET_TTL_MS } from './ticket/lifetimes'
