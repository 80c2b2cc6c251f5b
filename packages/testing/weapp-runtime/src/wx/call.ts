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

type Then = (ok: boolean, outcome: object) => void

/** Makes the asynchronous members of `wx`: what they tell reaches the mini-program in its own thread. */
export function callsIn(thread: LogicThread) {
  /** Tells the outcome of work to callbacks; `then` hears of it after them. */
  function tell(name: string, { success, fail, complete }: Callbacks, work: Promise<object>, then?: Then): void {
    const told = (ok: boolean, outcome: object) =>
      thread.post(() => {
        thread.run(() => (ok ? success : fail)?.(outcome as never))
        thread.run(() => complete?.(outcome as never))
        then?.(ok, outcome)
      })
    work.then(
      (result) => told(true, { ...result, errMsg: `${name}:ok` }),
      (reason: unknown) => told(false, failureOf(name, reason)),
    )
  }

  /** The same; gives a promise when nobody listens by callback. */
  function settle(name: string, callbacks: Callbacks, work: Promise<object>): unknown {
    const { success, fail, complete } = callbacks
    if (success || fail || complete) return tell(name, callbacks, work)
    return new Promise((resolve, reject) => {
      tell(name, callbacks, work, (ok, outcome) => (ok ? resolve : reject)(outcome))
    })
  }

  /** A member of `wx` by its name in WeChat, with the options and the result that WeChat's typings give it. */
  const call = <K extends keyof Wx>(
    name: K,
    work: (options: OptionsOf<K>) => ResultOf<K> | Promise<ResultOf<K>>,
  ): Wx[K] => {
    const member = (options = {} as OptionsOf<K> & Callbacks) =>
      settle(name, options, (async () => (await work(options)) as object)())
    // WeChat's typings say by conditional types when there is a promise; this function decides it at run time.
    return member as unknown as Wx[K]
  }
  return {
    tell,
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
