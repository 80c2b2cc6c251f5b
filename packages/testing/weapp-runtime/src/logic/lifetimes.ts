// Lifetimes and observers are called by glass-easel: their rejected promises are reported, too.
import { isPromise } from './thread'

type Lifetime = (this: unknown, ...parameters: unknown[]) => unknown
type Run = (work: () => unknown) => void

/** @param run reports what the mini-program does not handle, see `LogicThread.run` */
export function toLifetimes(lifetimes: object, run: Run): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(lifetimes).map(([name, lifetime]) => [
      name,
      typeof lifetime === 'function' ? toLifetime(lifetime as Lifetime, run) : lifetime,
    ]),
  )
}

function toLifetime(lifetime: Lifetime, run: Run): Lifetime {
  return function (this: unknown, ...parameters: unknown[]) {
    const result = lifetime.apply(this, parameters)
    if (isPromise(result)) run(() => result)
  }
}
