// A realm in Node: a context of `node:vm`, which holds JavaScript's own globals and nothing else.
import { type Context, compileFunction, createContext } from 'node:vm'
import { RESTRICT_SCOPE } from './dynamic-code'
import type { Realm } from './realm'

/** Gives a function of Node a face of the context, so that its constructor is the context's. */
const WRAP = 'return (...parameters) => call(...parameters)'

/** @param globals are set on the bare scope, e.g. timers */
export function createContextRealm(globals: Readonly<Record<string, unknown>>): Realm {
  const context: Context = createContext({}, { codeGeneration: { strings: false, wasm: false } })
  const compile: Realm['compile'] = (source, name, parameters) =>
    compileFunction(source, [...parameters], { filename: `${name}.js`, parsingContext: context }) as (
      ...values: unknown[]
    ) => unknown
  const wrapFunction = compile(WRAP, 'wrap', ['call'])
  const wrap = (value: unknown) => (typeof value === 'function' ? wrapFunction(value) : value)
  compile(RESTRICT_SCOPE, 'restrict', [])()
  const ownConsole = Object.entries(console).map(([name]) => [
    name,
    // Looked up at each call: a test may replace it.
    wrap((...parameters: unknown[]) => (console as unknown as Record<string, Method>)[name]?.(...parameters)),
  ])
  context.console = compile('return Object.fromEntries(entries)', 'console', ['entries'])(ownConsole)
  for (const [name, value] of Object.entries(globals)) context[name] = wrap(value)
  return { compile }
}

type Method = (...parameters: unknown[]) => unknown
