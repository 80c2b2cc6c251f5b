// A bounded map whose entries expire. When it is full it refuses: dropping an entry would allow a replay.
import { ServerError } from '../errors'

const FIRST_SWEEP = 1024

interface Entry<V> {
  readonly value: V
  readonly expiresAt: number
}

export class ExpiringMap<V> {
  readonly #entries = new Map<string, Entry<V>>()
  readonly #capacity: number
  readonly #now: () => number
  #sweepAtSize = FIRST_SWEEP
  #earliestExpiry = 0

  constructor(capacity: number, now: () => number) {
    this.#capacity = capacity
    this.#now = now
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: string): V | undefined {
    return this.#findLive(key)?.value
  }

  /**
   * Keeps the value for `ttlMs`. An existing entry keeps its expiry.
   *
   * @throws ServerError `overloaded` if no entry has expired and there is no space left
   */
  set(key: string, value: V, ttlMs: number): void {
    const expiresAt = this.#findLive(key)?.expiresAt ?? this.#now() + ttlMs
    if (!this.#entries.has(key)) this.#reserveSpace()
    this.#entries.set(key, { value, expiresAt })
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  #findLive(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key)
    return entry !== undefined && entry.expiresAt > this.#now() ? entry : undefined
  }

  /** Sweeps each time the size has doubled, so that a sweep costs no more than the insertions before it. */
  #reserveSpace(): void {
    if (this.#entries.size < Math.min(this.#sweepAtSize, this.#capacity)) return
    if (this.#now() >= this.#earliestExpiry) this.#sweep()
    if (this.#entries.size >= this.#capacity) throw new ServerError('overloaded')
    this.#sweepAtSize = Math.max(FIRST_SWEEP, 2 * this.#entries.size)
  }

  #sweep(): void {
    const now = this.#now()
    this.#earliestExpiry = Number.POSITIVE_INFINITY
    for (const [key, { expiresAt }] of this.#entries) {
      if (expiresAt <= now) this.#entries.delete(key)
      else this.#earliestExpiry = Math.min(this.#earliestExpiry, expiresAt)
    }
  }
}
