// Issuers and checkers of tickets with one clock that tests move.
import type { Msisdn } from '@local-number/protocol'
import { createTraceId } from '../../src'
import {
  createMemoryOnceStore,
  createTicketChecker,
  createTicketIssuer,
  type TicketCheckerOptions,
} from '../../src/ticket'
import { type Clock, NOON, PHONE } from './business'
import { createP256Keys } from './keys'

export const keys = createP256Keys()
export const clock: Clock = { ms: NOON }
const now = () => clock.ms

export const createIssuer = (privateKey = keys.privateKey) =>
  createTicketIssuer({ privateKey, issuer: 'business', audience: 'shop', now })

export const createChecker = (changes: Partial<TicketCheckerOptions> = {}) =>
  createTicketChecker({
    key: { publicKey: keys.publicKey },
    issuer: 'business',
    audience: 'shop',
    spent: createMemoryOnceStore({ now }),
    now,
    ...changes,
  })

export const issue = (privateKey?: string, traceId = createTraceId()) =>
  createIssuer(privateKey).issue({ phone: PHONE as Msisdn, traceId })
