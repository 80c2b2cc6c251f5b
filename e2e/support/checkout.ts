// A checkout of its own below a temporary folder, so that a watch build's output is nobody else's: the demo is copied, what
// is built is copied, what is installed is shared.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COPIED = ['apps/demo', 'apps/stack/dist', 'apps/stack/package.json', 'babel.config.js', 'tsconfig.json']

export class Checkout {
  readonly #folder = mkdtempSync(join(tmpdir(), 'local-number-'))
  readonly demo = join(this.#folder, 'apps/demo')
  /** What `npm run dev:weapp` runs once everything is built. */
  readonly devWeapp = join(this.#folder, 'apps/stack/dist/weapp-dev-main.js')
  /** For the demo keys. */
  readonly data = join(this.#folder, '.data')

  constructor() {
    const ownBuild = join(ROOT, 'apps/demo/dist')
    for (const path of COPIED) {
      const filter = (source: string) => source !== ownBuild
      cpSync(join(ROOT, path), join(this.#folder, path), { recursive: true, filter })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(this.#folder, 'node_modules'))
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true })
  }
}
