// Says of which sources a build was made, so that tests notice an old one whatever the files' dates are.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param folder of the sources */
export function fingerprintOf(folder: string): string {
  const hash = createHash('sha256')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  for (const name of names.sort()) hash.update(name).update(readFileSync(join(folder, name)))
  return `// sources ${hash.digest('hex')}`
}
