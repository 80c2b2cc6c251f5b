// What a client SDK may ask of `wx` besides: random bytes, and a storage of its own.

interface Async {
  readonly later: (work: () => void, ms: number) => number
  readonly call: (callback: ((value: unknown) => void) | undefined, value: unknown) => void
}

interface RandomValues {
  readonly length: number
  readonly success?: (value: unknown) => void
  readonly complete?: (value: unknown) => void
}

export function onTheSide({ later, call }: Async) {
  const stored = new Map<string, unknown>()
  return {
    getRandomValues({ length, success, complete }: RandomValues) {
      const result = { randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }
      later(() => {
        call(success, result)
        call(complete, result)
      }, 0)
    },
    getStorageSync: (key: string) => stored.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
    removeStorageSync: (key: string) => void stored.delete(key),
  }
}
