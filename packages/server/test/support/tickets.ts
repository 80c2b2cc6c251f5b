// Issuers and checkers of tickets with one clock that tests move.
import { randomUUID } from 'node:crypto'
import type { Msisdn } from '@local-number/protocol'
import { createTraceId } from '../../src'
import {
  createMemoryOnceStore,
  createTicketChecker,
  createTicketIssuer,
  type TicketCheckerOptions,
  type TicketProof,
} from '../../src/ticket'
import { type Clock, NOON, PHONE } from './business'
import { createP256Keys } from './keys'

export const keys = createP256Keys()
export const clock: Clock = { ms: NOON }
const now = () => clock.ms

export const createIssuer = (privateKey = keys.privateKey, otherPublicKeys: readonly string[] = []) =>
  createTicketIssuer({ privateKey, otherPublicKeys, issuer: 'business', audience: 'shop', now })

export const createChecker = (changes: Partial<TicketCheckerOptions> = {}) =>
  createTicketChecker({
    key: { publicKey: keys.publicKey },
    issuer: 'business',
    audience: 'shop',
    spent: createMemoryOnceStore({ now }),
    now,
    ...changes,
  })

export const createProof = (changes: Partial<TicketProof> = {}): TicketProof => ({
  phone: PHONE as Msisdn,
  traceId: createTraceId(),
  ticketId: randomUUID(),
  verifiedAt: now(),
  way: 'sim',
  ...changes,
})

export const issue = (changes?: Partial<TicketProof>, privateKey?: string) =>
  createIssuer(privateKey).issue(createProof(changes))
