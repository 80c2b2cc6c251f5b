/**
 * Tickets alone, for the backend that checks them: without Koa and the platform client.
 *
 * @example
 * ```ts
 * import { createMemoryOnceStore, createTicketChecker } from '@local-number/server/ticket'
 *
 * const tickets = createTicketChecker({
 *   key: { jwks: 'https://login.example.com/api/local-number/jwks.json' },
 *   issuer: 'https://login.example.com',
 *   audience: 'shop',
 *   spent: createMemoryOnceStore(),
 * })
 * const { phoneNumber } = await tickets.check(ticket)
 * ```
 *
 * @module
 */
export { ServerError, type ServerErrorCode, type TicketErrorCode } from './errors'
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
  TICKET_TTL_MS,
  type TicketClaims,
  type TicketIssuer,
  type TicketIssuerOptions,
} from './ticket/issuer'
