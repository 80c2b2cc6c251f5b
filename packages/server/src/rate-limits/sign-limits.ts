// How many signatures one client gets in a minute. Thousands of honest users share one IPv4 address of a carrier, so
// that the limit keeps a single machine from filling the stores, and no more.
import type { LimitReason } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import type { LimitValues } from '../options'
import type { CounterStore } from '../stores/stores'
import { type ClientAddress, parseClientAddress } from './client-address'
import { createStoreRateLimiter, type StoreRateLimiter } from './store-rate-limiter'

/** In ms. */
const MINUTE = 60_000

export type SignLimitName = Extract<LimitReason, `signsPer${string}`>

export interface SignLimits {
  /** A keyed hash of the client: its widest network, or its id. */
  nameClient(client: Client): string
  /**
   * Throws at once, without asking a store, if this process knows the client to be over its limit.
   *
   * @throws ServerError `rateLimited`
   */
  requireRoom(client: Client): void
  /**
   * Counts a signature.
   *
   * @throws ServerError `rateLimited`
   */
  count(client: Client): Promise<void>
}

/** The limits of a client are those that its transport can tell. */
export type Client = Pick<CallFacts, 'address' | 'callerId' | 'onQuota'>

export interface SignLimitsOptions {
  readonly values: Pick<LimitValues, SignLimitName>
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly now: () => number
}

interface Limit {
  readonly name: SignLimitName
  readonly limiter: StoreRateLimiter
  readonly key: string
}

export function createSignLimits({ values, counters, fingerprint, now }: SignLimitsOptions): SignLimits {
  const create = (name: SignLimitName) =>
    createStoreRateLimiter({ counters, name, points: values[name], windowMs: MINUTE, now })
  const limiters: Readonly<Record<SignLimitName, StoreRateLimiter>> = {
    signsPerIpv4: create('signsPerIpv4'),
    signsPerIpv6Network: create('signsPerIpv6Network'),
    signsPerIpv6Site: create('signsPerIpv6Site'),
    signsPerCaller: create('signsPerCaller'),
  }
  const listLimits = (client: Client): Limit[] =>
    listSubjects(client).map(([name, subject]) => ({
      name,
      limiter: limiters[name],
      key: fingerprint('client', subject),
    }))

  return {
    nameClient: (client) => listLimits(client).at(-1)?.key ?? '',
    requireRoom(client) {
      for (const { name, limiter, key } of listLimits(client)) {
        const blockedMs = limiter.getBlockedMs(key)
        if (blockedMs > 0) throw createRefusal(name, blockedMs)
      }
    },
    async count(client) {
      const counted = listLimits(client).map(async ({ name, limiter, key }) => {
        const { remaining, resetMs, isExceeded } = await limiter.consume(key)
        if (isExceeded) throw createRefusal(name, resetMs)
        client.onQuota?.({ name, limit: values[name], windowMs: MINUTE, remaining, resetMs })
      })
      await Promise.all(counted)
    },
  }
}

/** From the narrowest to the widest. A caller that the transport knows needs no address. */
function listSubjects({ address = '', callerId }: Client): [SignLimitName, string][] {
  if (callerId !== undefined) return [['signsPerCaller', callerId]]
  return listNetworks(parseClientAddress(address))
}

function listNetworks(address: ClientAddress): [SignLimitName, string][] {
  if (address.kind === 'ipv4') return [['signsPerIpv4', address.text]]
  return [
    ['signsPerIpv6Network', address.network],
    ['signsPerIpv6Site', address.site],
  ]
}

function createRefusal(name: SignLimitName, resetMs: number): ServerError {
  return new ServerError('rateLimited', { facts: { retryAfterMs: Math.ceil(resetMs), reason: name } })
}
