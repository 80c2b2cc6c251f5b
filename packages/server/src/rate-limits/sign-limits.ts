// How many signatures one client gets in a minute. Thousands of honest users share one IPv4 address of a carrier, so
// that the limit keeps a single machine from filling the stores, and no more.
import type { CallFacts } from '../call-facts'
import type { LimitValues } from '../options'
import type { CounterStore } from '../stores/stores'
import type { Client, SignLimitName } from './client'
import { createRefusal, createStoreRateLimiter, MINUTE, type StoreRateLimiter } from './store-rate-limiter'

export interface SignLimits {
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
  count(client: Client, onQuota?: CallFacts['onQuota']): Promise<void>
}

export interface SignLimitsOptions {
  readonly values: Pick<LimitValues, SignLimitName>
  readonly counters: CounterStore
  readonly now: () => number
}

export function createSignLimits({ values, counters, now }: SignLimitsOptions): SignLimits {
  const create = (name: SignLimitName) =>
    createStoreRateLimiter({ counters, name, points: values[name], windowMs: MINUTE, now })
  const limiters: Readonly<Record<SignLimitName, StoreRateLimiter>> = {
    signsPerIpv4: create('signsPerIpv4'),
    signsPerIpv6Network: create('signsPerIpv6Network'),
    signsPerIpv6Site: create('signsPerIpv6Site'),
    signsPerCaller: create('signsPerCaller'),
  }

  return {
    requireRoom({ signLimits }) {
      for (const [name, key] of signLimits) limiters[name].requireRoom(key)
    },
    async count({ signLimits, owner }, onQuota) {
      const counted = signLimits.map(async ([name, key]) => {
        const { remaining, resetMs, isExceeded } = await limiters[name].consume(key, owner)
        if (isExceeded) throw createRefusal(name, resetMs)
        onQuota?.({ name, limit: values[name], windowMs: MINUTE, remaining, resetMs })
      })
      await Promise.all(counted)
    },
  }
}
