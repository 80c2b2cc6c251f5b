// Marks a build with a hash of its sources, so that tests notice an old build even if its files are newer.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build bundles: the simulator itself and the private packages, relative to the package. */
const SOURCES = ['src', '../simulator-contract/src', '../../service-kit/src']

/** @param packageFolder of the simulator */
export function createFingerprint(packageFolder: string): string {
  const hash = createHash('sha256')
  for (const folder of SOURCES.map((path) => join(packageFolder, path))) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return `// sources ${hash.digest('hex')}`
}
