// openssl on the command line, in a temporary directory.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function opensslIn() {
  const folder = mkdtempSync(join(tmpdir(), 'rsa-openssl-'))
  return {
    run: (...args: string[]): string => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe', encoding: 'utf8' }),
    read: (name: string): Buffer => readFileSync(join(folder, name)),
    write: (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content),
    remove: (): void => rmSync(folder, { recursive: true }),
  }
}
