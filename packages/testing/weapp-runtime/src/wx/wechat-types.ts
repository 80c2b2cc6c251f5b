// WeChat's own typings for the members of `wx` that need a screen. Headless members do without: Node packages
// type-check their sources, and these typings replace Node's globals.
import type { Calls } from './call'

export type Wx = WechatMiniprogram.Wx

/** What a call accepts. */
type CallOptions<K extends keyof Wx> = Wx[K] extends (...parameters: infer P) => unknown ? NonNullable<P[0]> : never

/** What its success callback receives beside `errMsg`. */
type CallResult<K extends keyof Wx> =
  CallOptions<K> extends { success?: infer S }
    ? NonNullable<S> extends (result: infer R) => unknown
      ? Omit<R, 'errMsg'>
      : never
    : never

/** The same functions as {@link Calls}, with the options and results of WeChat's typings. */
export interface TypedCalls {
  call<K extends keyof Wx>(name: K, work: (options: CallOptions<K>) => CallResult<K> | Promise<CallResult<K>>): Wx[K]
  act<K extends keyof Wx>(name: K, work: (options: CallOptions<K>) => unknown): Wx[K]
}

/** WeChat's typings express by conditional types whether a call returns a promise; it is decided at run time. */
export function withWeChatTypes({ call, act }: Calls): TypedCalls {
  return { call, act } as unknown as TypedCalls
}
