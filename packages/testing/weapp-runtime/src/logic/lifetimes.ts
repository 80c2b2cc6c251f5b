// Lifetimes and observers, which the framework calls: what their promises reject with is not lost.
import { isPromise } from './thread'

type Lifetime = (this: unknown, ...parameters: unknown[]) => unknown

/** @param perform runs them where the mini-program's failures are caught, see `LogicThread.run` */
export function asLifetimes(lifetimes: object, perform: (work: () => unknown) => void): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(lifetimes).map(([name, lifetime]) => [
      name,
      typeof lifetime === 'function' ? asLifetime(lifetime as Lifetime, perform) : lifetime,
    ]),
  )
}

function asLifetime(lifetime: Lifetime, perform: (work: () => unknown) => void): Lifetime {
  return function (this: unknown, ...parameters: unknown[]) {
    const result = lifetime.apply(this, parameters)
    if (isPromise(result)) perform(() => result)
  }
}
