// A realm in Node: a context of `node:vm`, which holds JavaScript's own globals and nothing else.
import { type Context, compileFunction, createContext } from 'node:vm'
import type { Realm } from './realm'

/** @param globals are set on the bare scope, e.g. timers */
export function createContextRealm(globals: Readonly<Record<string, unknown>>): Realm {
  const context: Context = createContext({ console, ...globals })
  return {
    compile: (source, name, parameters) =>
      compileFunction(source, [...parameters], { filename: `${name}.js`, parsingContext: context }) as (
        ...values: unknown[]
      ) => unknown,
  }
}
