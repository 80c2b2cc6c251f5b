// `wx.setStorage` and related members. Values are kept as JSON until the run ends.
import type { Calls } from './call'
import { CallFailure } from './call-failure'

export interface StorageKey {
  readonly key: string
}

/** WeChat's limit in KB; it is reported but not enforced here. */
const LIMIT_KB = 10_240

export function createStorageApi({ call, act }: Calls) {
  const values = new Map<string, string>()
  const read = (key: string): unknown => {
    const text = values.get(key)
    if (text === undefined) throw new CallFailure('data not found')
    return JSON.parse(text)
  }
  const write = (key: string, data: unknown): void => {
    values.set(key, JSON.stringify(data ?? ''))
  }
  const describe = () => {
    const size = [...values].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    return { keys: [...values.keys()], currentSize: Math.ceil(size / 1024), limitSize: LIMIT_KB }
  }
  return {
    setStorageSync: write,
    getStorageSync: (key: string) => (values.has(key) ? read(key) : ''),
    removeStorageSync: (key: string): void => {
      values.delete(key)
    },
    clearStorageSync: (): void => values.clear(),
    getStorageInfoSync: describe,
    setStorage: act('setStorage', ({ key, data }: StorageKey & { readonly data?: unknown }) => write(key, data)),
    getStorage: call('getStorage', ({ key }: StorageKey) => ({ data: read(key) })),
    removeStorage: act('removeStorage', ({ key }: StorageKey) => {
      values.delete(key)
    }),
    clearStorage: act('clearStorage', () => values.clear()),
    getStorageInfo: call('getStorageInfo', describe),
  }
}
