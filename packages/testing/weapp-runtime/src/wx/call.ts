// WeChat's convention for asynchronous calls: success, fail and complete, or a promise if none of them is given.
import { isPromise, type LogicThread } from '../logic/thread'
import { CallFailure } from './call-failure'
import { checkTypes, listMissingOptions } from './options'

export interface Failure {
  readonly errMsg: string
  readonly errno?: number
}

/** What a call's success callback receives. */
export type Success<R> = R & { readonly errMsg: string }

export interface Callbacks<R = object> {
  readonly success?: (result: Success<R>) => void
  readonly fail?: (failure: Failure) => void
  readonly complete?: (outcome: Success<R> | Failure) => void
}

/** An asynchronous member of `wx`. It returns a promise if its options hold no callback. */
export type AsyncMember<O, R> = (options?: O & Callbacks<R>) => Promise<Success<R>> | undefined

/** How outcomes reach the mini-program: `post` decides when, `run` reports what a callback throws. */
export type Delivery = Pick<LogicThread, 'post' | 'run'>

/** One call: its name in WeChat, its options with the callbacks, and the work that leads to its result. */
export interface Call {
  readonly name: string
  readonly callbacks: Callbacks<never>
  readonly work: () => object | PromiseLike<object>
}

type OnOutcome = (ok: boolean, outcome: object) => void

/** Makes the asynchronous members of `wx`. */
export function createCalls({ post, run }: Delivery, reportMissing: (what: string) => void) {
  /** Does the work, then calls the callbacks and at last `then`. */
  function notify(call: Call, then?: OnOutcome): void {
    const { name, callbacks, work } = take(call)
    const { success, fail, complete } = callbacks
    settle(work, (ok, value) => {
      const outcome = ok ? { ...Object(value), errMsg: `${name}:ok` } : toFailure(name, value)
      post(() => {
        run(() => (ok ? success : fail)?.(outcome as never))
        run(() => complete?.(outcome as never))
        then?.(ok, outcome)
      })
    })
  }

  /** Reports the options that have no effect here, and does the work unless one has a wrong type. */
  function take({ name, callbacks, work }: Call): Call {
    for (const option of listMissingOptions(name, callbacks)) reportMissing(`wx.${name}({ ${option} })`)
    return {
      name,
      callbacks,
      work: () => {
        checkTypes(name, callbacks)
        return work()
      },
    }
  }

  /** The same, and returns a promise if the call has no callbacks. */
  function answer(call: Call): Promise<object> | undefined {
    const { success, fail, complete } = call.callbacks
    if (success || fail || complete) return void notify(call)
    return new Promise((resolve, reject) => {
      notify(call, (ok, outcome) => (ok ? resolve : reject)(outcome))
    })
  }

  /** A member of `wx` by its name in WeChat. */
  function call<R extends object, O extends object = object>(
    name: string,
    work: (options: O) => R | PromiseLike<R>,
  ): AsyncMember<O, R> {
    const member = (asked?: O & Callbacks<R>) => {
      const options = asked ?? ({} as O)
      return answer({ name, callbacks: options, work: () => work(options) })
    }
    return member as AsyncMember<O, R>
  }

  /** A member whose result is only that it is done. */
  function act<O extends object = object>(name: string, work: (options: O) => unknown): AsyncMember<O, object> {
    return call(name, (options: O) => {
      const done = work(options)
      return isPromise(done) ? done.then(() => ({})) : {}
    })
  }

  return { notify, answer, call, act }
}

export type Calls = ReturnType<typeof createCalls>

/** Work that is synchronous settles before this returns, so that {@link Delivery} alone decides when callbacks run. */
function settle(work: Call['work'], onSettled: (ok: boolean, value: unknown) => void): void {
  try {
    const result = work()
    if (isPromise(result)) {
      result.then(
        (value) => onSettled(true, value),
        (reason: unknown) => onSettled(false, reason),
      )
    } else {
      onSettled(true, result)
    }
  } catch (reason) {
    onSettled(false, reason)
  }
}

function toFailure(name: string, reason: unknown): Failure {
  const message = reason instanceof Error ? reason.message : String(reason)
  const errno = reason instanceof CallFailure ? reason.errno : undefined
  return { errMsg: `${name}:fail ${message}`, ...(errno === undefined ? {} : { errno }) }
}
