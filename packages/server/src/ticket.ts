/**
 * Tickets alone, for the backend that checks them: no Koa, no platform client.
 *
 * @module
 */
export { ServerError, type ServerErrorCode } from './errors'
export { createMemoryOnceStore, type MemoryStoreOptions } from './stores/memory-stores'
export type { OnceStore } from './stores/stores'
export {
  type CheckedTicket,
  createTicketChecker,
  type TicketChecker,
  type TicketCheckerOptions,
} from './ticket/checker'
export {
  createTicketIssuer,
  TICKET_LIFETIME,
  type TicketClaims,
  type TicketIssuer,
  type TicketIssuerOptions,
} from './ticket/issuer'
