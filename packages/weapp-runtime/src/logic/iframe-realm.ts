// A realm in a browser: the global scope of an empty frame, after everything that is not JavaScript itself is taken away.
import type { Realm } from './realm'

/** JavaScript's own globals, and `console`. */
const JAVASCRIPT: readonly string[] = [
  ...[
    'Object',
    'Function',
    'Array',
    'Number',
    'Boolean',
    'String',
    'Symbol',
    'BigInt',
    'Date',
    'RegExp',
    'Promise',
    'Proxy',
    'Reflect',
  ],
  ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['JSON', 'Math', 'Intl', 'Map', 'Set', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Iterator'],
  ...[
    'ArrayBuffer',
    'SharedArrayBuffer',
    'Atomics',
    'DataView',
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
  ],
  ...['Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
  ...[
    'parseInt',
    'parseFloat',
    'isNaN',
    'isFinite',
    'NaN',
    'Infinity',
    'undefined',
    'globalThis',
    'eval',
    'escape',
    'unescape',
  ],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'console'],
]

/** @param globals set on the bare scope, e.g. timers */
export function iframeRealm(globals: Readonly<Record<string, unknown>>): Realm {
  const frame = document.createElement('iframe')
  frame.hidden = true
  document.body.appendChild(frame)
  const scope = frame.contentWindow as unknown as Record<string, unknown> & { Function: FunctionConstructor }
  for (const name of Object.getOwnPropertyNames(scope))
    if (!JAVASCRIPT.includes(name)) Reflect.deleteProperty(scope, name)
  // Time is the window's, which a test may hold still.
  Object.assign(scope, { Date, console }, globals)
  return {
    compile: (source, name, parameters) =>
      new scope.Function(...parameters, `${source}\n//# sourceURL=weapp:///${name}.js`) as (
        ...values: unknown[]
      ) => unknown,
  }
}
