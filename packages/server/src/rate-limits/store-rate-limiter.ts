// A limiter of `rate-limiter-flexible` over our own counters: its algorithm, and memory of who is blocked, over
// whatever store the server has.
import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible'
// The package has its base class for stores under this path alone, and its type elsewhere.
// @ts-expect-error no declarations
import StoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import type { CounterStore } from '../stores/stores'

export interface StoreRateLimiterOptions {
  readonly counters: CounterStore
  /** Names the limit in the store's keys. */
  readonly name: string
  /** How many requests of one key pass in each window. */
  readonly points: number
  /** In ms. Windows begin at multiples of it, by the clock. */
  readonly windowMs: number
  readonly now: () => number
}

export interface Quota {
  readonly remaining: number
  /** Until the next window, in ms. */
  readonly resetMs: number
}

export interface StoreRateLimiter {
  /** How long this process knows the key to be blocked, in ms; 0 if it does not. Asks no store. */
  getBlockedMs(key: string): number
  /** Counts one request. `isExceeded`: it is one too many. */
  consume(key: string): Promise<Quota & { readonly isExceeded: boolean }>
}

const Base = StoreAbstract as unknown as new (
  options: ConstructorParameters<typeof RateLimiterStoreAbstract>[0],
) => RateLimiterStoreAbstract & { getKey(key: string): string; getInMemoryBlockMsBeforeExpire(key: string): number }

class CounterRateLimiter extends Base {
  readonly #options: StoreRateLimiterOptions

  constructor(options: StoreRateLimiterOptions) {
    const { name, points, windowMs } = options
    super({
      storeClient: options.counters,
      keyPrefix: name,
      points,
      duration: windowMs / 1000,
      inMemoryBlockOnConsumed: points + 1,
    })
    this.#options = options
  }

  getBlockedMs(key: string): number {
    return this.getInMemoryBlockMsBeforeExpire(this.getKey(key))
  }

  _upsert(key: string, points: number): Promise<number> {
    const { counters, windowMs, now } = this.#options
    return counters.add(`${key}:${Math.floor(now() / windowMs)}`, points, windowMs)
  }

  _getRateLimiterRes(_key: string, changedPoints: number, consumed: number): RateLimiterRes {
    const { points, windowMs, now } = this.#options
    const resetMs = windowMs - (now() % windowMs)
    return new RateLimiterRes(Math.max(0, points - consumed), resetMs, consumed, consumed === changedPoints)
  }
}

export function createStoreRateLimiter(options: StoreRateLimiterOptions): StoreRateLimiter {
  const limiter = new CounterRateLimiter(options)
  return {
    getBlockedMs: (key) => limiter.getBlockedMs(key),
    async consume(key) {
      try {
        return { ...toQuota(await limiter.consume(key)), isExceeded: false }
      } catch (refusal) {
        // The store's own errors are others.
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { ...toQuota(refusal), isExceeded: true }
      }
    },
  }
}

function toQuota({ remainingPoints, msBeforeNext }: RateLimiterRes): Quota {
  return { remaining: remainingPoints, resetMs: msBeforeNext }
}
