// A bounded map whose entries expire. When it is full it refuses: dropping an entry would allow a replay.
import { ServerError } from '../errors'
import { ExpiryQueue } from './expiry-queue'

/** How many expired entries an insertion removes at most: a few more than it adds, without a pause for thousands. */
const REMOVED_PER_INSERTION = 8

/** Deleted entries that may wait in the queue, besides as many as there are others. */
const WAITING = 1024

/** Of the capacity: what one owner may fill once it is half full. Before that, nobody is short of room. */
const SHARE = 0.1
const PRESSURE = 0.5

interface Entry<V> {
  readonly key: string
  readonly expiresAt: number
  /** `undefined` once the entry was deleted: it may wait in the queue for long. */
  value: V | undefined
  readonly owner: string | undefined
}

export class ExpiringMap<V extends NonNullable<unknown>> {
  readonly #entries = new Map<string, Entry<V>>()
  readonly #queue = new ExpiryQueue<Entry<V>>()
  /** How many entries each owner has. */
  readonly #owned = new Map<string, number>()
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
   * @throws ServerError `overloaded` if no entry has expired and there is no space left, or the owner's share is full
   */
  set(key: string, value: V, ttlMs: number, owner?: string): void {
    const live = this.#findLive(key)
    if (live) {
      live.value = value
      return
    }
    this.delete(key)
    this.#removeExpired(owner)
    if (!this.#hasRoom(owner)) throw new ServerError('overloaded')
    this.#add({ key, value, expiresAt: this.#now() + ttlMs, owner })
  }

  /**
   * Keeps the value for `ttlMs` from now on, also if the key has an entry: that keeps its owner and its place, so that
   * nobody who is short of room loses what is there.
   *
   * @throws ServerError `overloaded`, as `set` does, if the key has no entry
   */
  renew(key: string, value: V, ttlMs: number, owner?: string): void {
    const live = this.#findLive(key)
    if (!live) {
      this.set(key, value, ttlMs, owner)
      return
    }
    this.delete(key)
    this.#add({ key, value, expiresAt: this.#now() + ttlMs, owner: live.owner })
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    this.#remove(entry)
    // As many deletions came before as this costs.
    if (this.#queue.size > 2 * this.#entries.size + WAITING) this.#queue.keep((kept) => kept.value !== undefined)
  }

  #add(entry: Entry<V>): void {
    this.#entries.set(entry.key, entry)
    this.#queue.add(entry)
    this.#count(entry.owner, 1)
  }

  #findLive(key: string): Entry<V> | undefined {
    const entry = this.#entries.get(key)
    return entry !== undefined && entry.expiresAt > this.#now() ? entry : undefined
  }

  /** A few; and more only for an owner who would find no room otherwise. */
  #removeExpired(owner: string | undefined): void {
    const now = this.#now()
    for (let removed = 0; removed < REMOVED_PER_INSERTION || !this.#hasRoom(owner); removed += 1) {
      const { first } = this.#queue
      if (first === undefined || first.expiresAt > now) return
      this.#queue.removeFirst()
      if (first.value !== undefined) this.#remove(first)
    }
  }

  #remove(entry: Entry<V>): void {
    this.#entries.delete(entry.key)
    entry.value = undefined
    this.#count(entry.owner, -1)
  }

  /** Expired entries count until they are removed. */
  #hasRoom(owner: string | undefined): boolean {
    const { size } = this.#entries
    if (size >= this.#capacity) return false
    const isTight = size >= this.#capacity * PRESSURE
    return !isTight || owner === undefined || (this.#owned.get(owner) ?? 0) < Math.max(1, this.#capacity * SHARE)
  }

  #count(owner: string | undefined, change: number): void {
    if (owner === undefined) return
    const count = (this.#owned.get(owner) ?? 0) + change
    if (count === 0) this.#owned.delete(owner)
    else this.#owned.set(owner, count)
  }
}
