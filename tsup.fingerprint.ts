// Marks a build with a hash of its sources, so that tests that run the build notice an old one, even if its files are
// newer.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param folders of the sources that the build contains */
export function createFingerprint(...folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
    for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  }
  return `// sources ${hash.digest('hex')}`
}
