// Checks a fresh app's types as its editor would, with this repository's TypeScript.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../markdown'

/** @throws Error with the compiler's problems */
export function checkTypes(app: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [tsc, '--project', app], { cwd: app, encoding: 'utf8' })
  if (status !== 0) throw new Error(`its types do not fit:\n${stdout}`)
}
