// `require` of a mini-program: CommonJS by path, each file once.
import { RuntimeError } from '../errors'
import type { MiniProgramPackage } from '../package'
import { HIDDEN_NAMES, type Realm } from './realm'

export interface Modules {
  /** Runs a file unless it ran already. */
  run(path: string): unknown
  /** The file that is running, for `Page()` and `Component()`, which register under its path. */
  readonly running: string
}

/** @param globals what WeChat gives to every file beside `require`, e.g. `wx` and `Page` */
export function createModules(
  { scripts }: MiniProgramPackage,
  realm: Realm,
  globals: Readonly<Record<string, unknown>>,
): Modules {
  const done = new Map<string, { exports: unknown }>()
  const parameters = ['require', 'module', 'exports', ...Object.keys(globals), ...HIDDEN_NAMES]
  let running = ''

  const run = (path: string): unknown => {
    const known = done.get(path)
    if (known) return known.exports
    const source = scripts[path]
    if (source === undefined) throw new RuntimeError('moduleNotFound', `${path}.js is not in the package`)
    const module = { exports: {} }
    done.set(path, module)
    const caller = running
    running = path
    try {
      const require = (name: string) => run(resolved(path, name))
      realm.compile(source, path, parameters)(require, module, module.exports, ...Object.values(globals))
    } finally {
      running = caller
    }
    return module.exports
  }
  return {
    run,
    get running() {
      return running
    },
  }
}

/** A path relative to a file, as `require`, `usingComponents` and page URLs name them; a leading `/` is the root. */
export function resolved(from: string, name: string): string {
  const parts = name.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/').replace(/\.js$/, '')
}
