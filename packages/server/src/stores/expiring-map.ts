// A bounded map whose entries expire. When it is full it refuses: dropping an entry would allow a replay.
import { ServerError } from '../errors'
import { ExpiryQueue } from './expiry-queue'

/** How many expired entries an insertion removes at most: a few more than it adds, without a pause for thousands. */
const REMOVED_PER_INSERTION = 8

/** Deleted entries that may wait in the queue, besides as many as there are others. */
const WAITING = 1024

interface Entry<V> {
  readonly key: string
  readonly expiresAt: number
  /** `undefined` once the entry was deleted: it may wait in the queue for long. */
  value: V | undefined
}

export class ExpiringMap<V extends NonNullable<unknown>> {
  readonly #entries = new Map<string, Entry<V>>()
  readonly #queue = new ExpiryQueue<Entry<V>>()
  readonly #capacity: number
  readonly #now: () => number

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
    const live = this.#findLive(key)
    if (live) {
      live.value = value
      return
    }
    this.delete(key)
    this.#removeExpired()
    if (this.#entries.size >= this.#capacity) throw new ServerError('overloaded')
    const entry = { key, value, expiresAt: this.#now() + ttlMs }
    this.#entries.set(key, entry)
    this.#queue.add(entry)
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#entries.delete(key)
    entry.value = undefined
    // As many deletions came before as this costs.
    if (this.#queue.size > 2 * this.#entries.size + WAITING) this.#queue.keep((kept) => kept.value !== undefined)
  }

  #findLive(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key)
    return entry !== undefined && entry.expiresAt > this.#now() ? entry : undefined
  }

  #removeExpired(): void {
    const now = this.#now()
    for (let removed = 0; removed < REMOVED_PER_INSERTION || this.#entries.size >= this.#capacity; removed += 1) {
      const { first } = this.#queue
      if (first === undefined || first.expiresAt > now) return
      this.#queue.removeFirst()
      if (first.value !== undefined) this.#entries.delete(first.key)
    }
  }
}
