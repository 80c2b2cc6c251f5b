// A stand-in at the SDK's port: a platform whose clock, ids, fingerprint and answers a test decides.
import type { SdkPlatform } from '../src/platform'
import type { PostAnswer, PostRequest } from '../src/transport'

export const APP_ID = '300011877495'

export const granted = (token = 'T'.repeat(32)): PostAnswer => ({
  status: 200,
  body: { header: { resultCode: '000000' }, body: { token, resultDesc: 'success' } },
})

export const refused = (resultCode: string): PostAnswer => ({
  status: 200,
  body: { header: { resultCode }, body: { token: '', resultDesc: 'refused' } },
})

export interface StandInPlatform extends SdkPlatform {
  readonly posts: PostRequest[]
}

/** `answer` is getToken's answer; it may read the request or reject. */
export function createPlatform(
  overrides: Partial<SdkPlatform> & { answer?: (request: PostRequest) => Promise<PostAnswer> } = {},
): StandInPlatform {
  const posts: PostRequest[] = []
  let drawn = 0
  const { answer = async () => granted(), ...platform } = overrides
  return {
    edition: 'miniProgram',
    networkType: async () => '5g',
    fingerprint: () => 'brand@@version@@system@@hash',
    wxappid: () => 'wx10a00cf000000000',
    now: () => Date.UTC(2026, 10, 22, 4, 5, 6, 78),
    utcOffset: () => 480,
    // A full period over the alphabet, shifted by one at each id: ids differ from call to call and are repeatable.
    random32: () => (drawn++ + Math.floor(drawn / 32)) % 32,
    ...platform,
    posts,
    post: (request) => {
      posts.push(request)
      return answer(request)
    },
  }
}

/** Resolves when the caller says so. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (reason: unknown) => void } {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

export const parseQuery = (url: string): URLSearchParams => new URL(url).searchParams
