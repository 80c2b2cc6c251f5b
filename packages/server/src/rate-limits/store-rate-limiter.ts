// A limiter of `rate-limiter-flexible` over our own counters: its algorithm, and memory of who is blocked, over
// whatever store the server has.
//
// Its windows are fixed, so that across an edge one client may get twice its limit, and never more in two windows. Two
// counters with weights would need another read for each request, and still let twice the limit pass within the length
// of one window. What the limits are for, the room in the stores and the number of calls, is a matter of the mean.
import type { LimitReason } from '@local-number/protocol'
import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible'
// The package has its base class for stores under this path alone, and its type elsewhere.
// @ts-expect-error no declarations
import StoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js'
import { ServerError } from '../errors'
import type { CounterStore } from '../stores/stores'

/** The usual window, in ms. */
export const MINUTE = 60_000

export interface StoreRateLimiterOptions {
  readonly counters: CounterStore
  /** Names the limit in the store's keys, and in the refusal. */
  readonly name: LimitReason
  /** How many requests of one key pass in each window. */
  readonly points: number
  /** In ms. Windows begin at multiples of it, by the clock. */
  readonly windowMs: number
  readonly now: () => number
}

export interface Consumed {
  readonly remaining: number
  /** Until the next window, in ms. */
  readonly resetMs: number
  /** Whether the request was one too many. */
  readonly isExceeded: boolean
}

export interface StoreRateLimiter {
  /**
   * Asks no store.
   *
   * @throws ServerError `rateLimited` if this process knows the key to be blocked
   */
  requireRoom(key: string): void
  /** Counts one request of the client `owner`. */
  consume(key: string, owner: string): Promise<Consumed>
}

interface CountOptions {
  readonly owner: string
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
      // The last one that passes blocks the key, so that what is counted after its work exceeds nothing either.
      inMemoryBlockOnConsumed: points,
    })
    this.#options = options
  }

  getBlockedMs(key: string): number {
    return this.getInMemoryBlockMsBeforeExpire(this.getKey(key))
  }

  _upsert(key: string, points: number, _ms: number, _isForced: boolean, { owner }: CountOptions): Promise<number> {
    const { counters, windowMs, now } = this.#options
    return counters.add(`${key}:${Math.floor(now() / windowMs)}`, points, windowMs, owner)
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
    requireRoom(key) {
      const blockedMs = limiter.getBlockedMs(key)
      if (blockedMs > 0) throw createRefusal(options.name, blockedMs)
    },
    async consume(key, owner) {
      try {
        return toConsumed(await limiter.consume(key, 1, { owner }), false)
      } catch (refusal) {
        // The store's own errors are others.
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return toConsumed(refusal, true)
      }
    },
  }
}

export function createRefusal(reason: LimitReason, waitMs: number): ServerError {
  return new ServerError('rateLimited', { facts: { retryAfterMs: Math.ceil(waitMs), reason } })
}

function toConsumed({ remainingPoints, msBeforeNext }: RateLimiterRes, isExceeded: boolean): Consumed {
  return { remaining: remainingPoints, resetMs: msBeforeNext, isExceeded }
}
