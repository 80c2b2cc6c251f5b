// Issuers and checkers of tickets by one clock, which stands still until told.
import type { Msisdn } from '@local-number/protocol'
import { newTraceId } from '../../src'
import {
  createMemoryOnceStore,
  createTicketChecker,
  createTicketIssuer,
  type TicketCheckerOptions,
} from '../../src/ticket'
import { type Clock, NOON, PHONE } from './business'
import { p256Keys } from './keys'

export const keys = p256Keys()
export const clock: Clock = { ms: NOON }
const now = () => clock.ms

export const issuerOf = (privateKey = keys.privateKey) =>
  createTicketIssuer({ privateKey, issuer: 'business', audience: 'shop', now })

export const checkerOf = (changes: Partial<TicketCheckerOptions> = {}) =>
  createTicketChecker({
    key: { publicKey: keys.publicKey },
    issuer: 'business',
    audience: 'shop',
    spent: createMemoryOnceStore({ now }),
    now,
    ...changes,
  })

export const issue = (privateKey?: string, traceId = newTraceId()) =>
  issuerOf(privateKey).issue({ phone: PHONE as Msisdn, traceId })
