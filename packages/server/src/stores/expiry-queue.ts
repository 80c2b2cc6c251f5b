// A binary heap of entries by their expiry. Adding in the order of expiry, as stores with one lifetime do, takes
// constant time; any other order, and taking the earliest, the logarithm of the size.

export interface Expiring {
  readonly expiresAt: number
}

export class ExpiryQueue<E extends Expiring> {
  #heap: E[] = []

  get size(): number {
    return this.#heap.length
  }

  /** The entry that expires first. */
  get first(): E | undefined {
    return this.#heap[0]
  }

  add(entry: E): void {
    this.#heap.push(entry)
    this.#moveUp(this.#heap.length - 1)
  }

  removeFirst(): void {
    const last = this.#heap.pop()
    if (last === undefined || this.#heap.length === 0) return
    this.#heap[0] = last
    this.#moveDown(0)
  }

  /** Removes all entries but those that pass, in linear time. */
  keep(passes: (entry: E) => boolean): void {
    this.#heap = this.#heap.filter(passes)
    for (let index = (this.#heap.length >> 1) - 1; index >= 0; index -= 1) this.#moveDown(index)
  }

  #expiryAt(index: number): number {
    return this.#heap[index]?.expiresAt ?? Number.POSITIVE_INFINITY
  }

  #moveUp(start: number): void {
    let index = start
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (this.#expiryAt(parent) <= this.#expiryAt(index)) return
      this.#swap(index, parent)
      index = parent
    }
  }

  #moveDown(start: number): void {
    let index = start
    for (;;) {
      const left = 2 * index + 1
      const child = this.#expiryAt(left + 1) < this.#expiryAt(left) ? left + 1 : left
      if (this.#expiryAt(index) <= this.#expiryAt(child)) return
      this.#swap(index, child)
      index = child
    }
  }

  #swap(a: number, b: number): void {
    const heap = this.#heap as [E, ...E[]]
    ;[heap[a], heap[b]] = [heap[b] as E, heap[a] as E]
  }
}
