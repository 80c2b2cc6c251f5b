// Marks a build with a hash of its sources, so that tests notice an old build even if its files are newer.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param folder of the sources */
export function createFingerprint(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return `// sources ${hash.digest('hex')}`
}
