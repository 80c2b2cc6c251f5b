// A map that forgets: by age, and the oldest first when it is full. Nothing in the simulator can grow forever.

export interface ExpiringMapOptions {
  readonly ttlMs: number
  readonly limit: number
  readonly now: () => number
}

export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly setAt: number }>()

  constructor(private readonly options: ExpiringMapOptions) {}

  get size(): number {
    return this.#entries.size
  }

  get(key: string): Value | undefined {
    this.#forget()
    return this.#entries.get(key)?.value
  }

  values(): readonly Value[] {
    this.#forget()
    return [...this.#entries.values()].map(({ value }) => value)
  }

  /** Sets a value anew: its age starts at zero. */
  set(key: string, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, setAt: this.options.now() })
    this.#forget()
  }

  delete(key: string): boolean {
    return this.#entries.delete(key)
  }

  /** Entries stand in the order of their age, so the first young one ends the search. */
  #forget(): void {
    const { ttlMs, limit, now } = this.options
    for (const [key, { setAt }] of this.#entries) {
      if (this.#entries.size <= limit && now() - setAt <= ttlMs) return
      this.#entries.delete(key)
    }
  }
}
