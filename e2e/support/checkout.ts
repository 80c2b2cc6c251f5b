// A separate checkout in a temporary folder, so that a watch build does not write into this repository. Copies the demo
// and the built stack, and links node_modules.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COPIED = ['apps/demo', 'apps/stack/dist', 'apps/stack/package.json', 'babel.config.js', 'tsconfig.json']

export class Checkout {
  readonly #folder = mkdtempSync(join(tmpdir(), 'local-number-'))
  readonly demo = join(this.#folder, 'apps/demo')
  /** The script that `npm run dev:weapp` runs after building. */
  readonly devWeapp = join(this.#folder, 'apps/stack/dist/weapp-dev-main.js')
  /** The demo keys are stored here. */
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
