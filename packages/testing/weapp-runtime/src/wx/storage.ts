// `wx.setStorage` and its kind, kept as JSON for as long as the run lasts.
import { CallFailure, type Calls, type Wx } from './call'

export function storageApi({ call, act }: Calls) {
  const kept = new Map<string, string>()
  const get = (key: string) => {
    const text = kept.get(key)
    if (text === undefined) throw new CallFailure('data not found')
    return JSON.parse(text)
  }
  const set = (key: string, data: unknown) => {
    kept.set(key, JSON.stringify(data ?? ''))
  }
  const info = () => {
    const size = [...kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0)
    return { keys: [...kept.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10_240 }
  }
  return {
    setStorageSync: set,
    getStorageSync: (key: string) => (kept.has(key) ? get(key) : ''),
    removeStorageSync: (key: string) => {
      kept.delete(key)
    },
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: info,
    setStorage: act('setStorage', ({ key, data }) => {
      set(key, data)
    }),
    getStorage: call('getStorage', ({ key }) => ({ data: get(key) })),
    removeStorage: act('removeStorage', ({ key }) => {
      kept.delete(key)
    }),
    clearStorage: act('clearStorage', () => {
      kept.clear()
    }),
    getStorageInfo: call('getStorageInfo', info),
  } satisfies Partial<Wx>
}
