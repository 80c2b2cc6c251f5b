// `require` of a mini-program: CommonJS by path, each file once.
import { RuntimeError } from '../errors'
import { resolvePath } from './paths'
import { HIDDEN_NAMES, type Realm } from './realm'

export interface Modules {
  /**
   * Runs a file, unless it ran before, and returns its exports.
   *
   * @throws RuntimeError `moduleNotFound`
   */
  run(path: string): unknown
  /** Path of the running file: `Page()` and `Component()` register under it. */
  readonly running: string
}

export interface ModulesOptions {
  /** Sources by path without extension. */
  readonly scripts: Readonly<Record<string, string>>
  readonly realm: Realm
  /** What every file gets beside `require`, e.g. `wx` and `Page`. */
  readonly globals: Readonly<Record<string, unknown>>
  /** Names that are `undefined` in every file. @default those that WeChat hides */
  readonly hidden?: readonly string[]
}

export function createModules({ scripts, realm, globals, hidden = HIDDEN_NAMES }: ModulesOptions): Modules {
  const loaded = new Map<string, { exports: unknown }>()
  const parameters = ['require', 'module', 'exports', ...Object.keys(globals), ...hidden]
  let running = ''

  const run = (path: string): unknown => {
    const known = loaded.get(path)
    if (known) return known.exports
    const source = scripts[path]
    if (source === undefined) throw new RuntimeError('moduleNotFound', `${path}.js is not in the package`)
    const module = { exports: {} }
    loaded.set(path, module)
    const caller = running
    running = path
    try {
      const require = (name: string) => run(resolvePath(path, name))
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
