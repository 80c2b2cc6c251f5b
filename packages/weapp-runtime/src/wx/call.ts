// WeChat's convention for asynchronous calls: success, fail and complete, or a promise when none of them is given.
import type { LogicThread } from '../logic/thread'

export type Wx = WechatMiniprogram.Wx

/** What a call takes, by WeChat's own typings. */
export type OptionsOf<K extends keyof Wx> = Wx[K] extends (...parameters: infer P) => unknown
  ? NonNullable<P[0]>
  : never

/** What its success callback receives beside `errMsg`. */
export type ResultOf<K extends keyof Wx> =
  OptionsOf<K> extends { success?: infer S }
    ? NonNullable<S> extends (result: infer R) => unknown
      ? Omit<R, 'errMsg'>
      : never
    : never

/** Thrown by a call's work: `errMsg` becomes `name:fail message`. */
export class CallFailure extends Error {
  constructor(
    message: string,
    readonly errno?: number,
  ) {
    super(message)
  }
}

export interface Callbacks {
  readonly success?: (result: never) => void
  readonly fail?: (failure: never) => void
  readonly complete?: (outcome: never) => void
}

/** Makes the asynchronous members of `wx`: what they tell reaches the mini-program in its own thread. */
export function callsIn(thread: LogicThread) {
  /** Tells the outcome of work; gives a promise when nobody listens by callback. */
  function settle(name: string, { success, fail, complete }: Callbacks, work: Promise<object>): unknown {
    const outcome = work.then(
      (result) => ({ ok: true, told: { ...result, errMsg: `${name}:ok` } }),
      (reason: unknown) => ({ ok: false, told: failureOf(name, reason) }),
    )
    if (success || fail || complete) {
      outcome.then(({ ok, told }) =>
        thread.post(() => {
          thread.run(() => (ok ? success : fail)?.(told as never))
          complete?.(told as never)
        }),
      )
      return undefined
    }
    return new Promise((resolve, reject) => {
      outcome.then(({ ok, told }) => thread.post(() => (ok ? resolve : reject)(told)))
    })
  }

  /** A member of `wx` by its name in WeChat, with the options and the result that WeChat's typings give it. */
  const call = <K extends keyof Wx>(
    name: K,
    work: (options: OptionsOf<K>) => ResultOf<K> | Promise<ResultOf<K>>,
  ): Wx[K] => {
    const member = (options = {} as OptionsOf<K> & Callbacks) =>
      settle(name, options, (async () => (await work(options)) as object)())
    return member as unknown as Wx[K]
  }
  return {
    settle,
    call,
    /** The same for one that has nothing to tell but that it is done. */
    act: <K extends keyof Wx>(name: K, work: (options: OptionsOf<K>) => unknown): Wx[K] =>
      call(name, async (options) => {
        await work(options)
        return {} as ResultOf<K>
      }),
  }
}

export type Calls = ReturnType<typeof callsIn>

function failureOf(name: string, reason: unknown): object {
  const message = reason instanceof Error ? reason.message : String(reason)
  const errno = reason instanceof CallFailure ? reason.errno : undefined
  return { errMsg: `${name}:fail ${message}`, ...(errno === undefined ? {} : { errno }) }
}
