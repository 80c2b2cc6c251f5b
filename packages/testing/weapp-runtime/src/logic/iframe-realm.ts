// A realm in a browser: the global scope of an empty frame, without everything that is not JavaScript itself.
import { RESTRICT_SCOPE } from './dynamic-code'
import type { Realm } from './realm'

/** JavaScript's own globals, and `console`. */
const JAVASCRIPT: readonly string[] = [
  ...['Object', 'Function', 'Array', 'Number', 'Boolean', 'String', 'Symbol', 'BigInt', 'Date', 'RegExp'],
  ...['Promise', 'Proxy', 'Reflect', 'Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError'],
  ...['SyntaxError', 'TypeError', 'URIError', 'JSON', 'Math', 'Intl', 'Map', 'Set', 'WeakMap', 'WeakSet'],
  ...['WeakRef', 'FinalizationRegistry', 'Iterator', 'ArrayBuffer', 'SharedArrayBuffer', 'Atomics', 'DataView'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'parseInt', 'parseFloat', 'isNaN'],
  ...['isFinite', 'NaN', 'Infinity', 'undefined', 'globalThis', 'eval', 'escape', 'unescape', 'encodeURI'],
  ...['encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'console'],
]

/**
 * What a frame must keep, for its prototype or for scripts of test tools. Each file gets these names as `undefined`.
 */
const KEPT: readonly string[] = ['CustomEvent', 'addEventListener', 'removeEventListener', 'dispatchEvent']

/** @param globals are set on the bare scope, e.g. timers */
export function createIframeRealm(globals: Readonly<Record<string, unknown>>): Realm {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.appendChild(frame)
  const scope = frame.contentWindow as unknown as Record<string, unknown> & { Function: FunctionConstructor }
  for (const name of Object.getOwnPropertyNames(scope)) if (!isKept(name)) Reflect.deleteProperty(scope, name)
  // An unhandled rejection is announced in this scope; the runtime listens in the window.
  frame.contentWindow?.addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    window.dispatchEvent(new PromiseRejectionEvent(event.type, event))
  })
  const { Function: Compile, eval: evaluate } = scope
  new Compile(RESTRICT_SCOPE)()
  Object.defineProperty(scope, 'eval', { configurable: true, get: () => (isReadByTool() ? evaluate : undefined) })
  // The window's clock: a test may replace it.
  Object.assign(scope, { Date, console }, globals)
  return {
    compile: (source, name, parameters) => {
      const compiled = new Compile(...parameters, ...KEPT, `${source}\n//# sourceURL=weapp:///${name}.js`)
      return compiled as (...values: unknown[]) => unknown
    },
  }
}

/** Playwright's clock evaluates in every frame. A mini-program that runs further up the stack does not count. */
function isReadByTool(): boolean {
  const [, , , reader = ''] = (new Error().stack ?? '').split('\n')
  return reader.includes('UtilityScript.')
}

/** The names that test tools leave in every frame begin with two underscores. */
function isKept(name: string): boolean {
  return JAVASCRIPT.includes(name) || KEPT.includes(name) || name.startsWith('__')
}
