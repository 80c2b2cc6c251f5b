// The built command. Its tests run it as users do, so they need `npm run build` first.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFingerprint } from '../../../../../tsup.fingerprint'

const PACKAGE = join(__dirname, '../..')
const MAIN = join(PACKAGE, 'dist/cli.js')

export interface CommandResult {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command and waits for its end. */
export function runBuiltCommand(args: readonly string[], cwd = process.cwd()): CommandResult {
  requireFreshBuild()
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd, encoding: 'utf8' })
  return { status, stdout, stderr }
}

let isFresh = false

function requireFreshBuild(): void {
  if (isFresh) return
  const remedy = 'run npm run build in packages/testing/conformance'
  let built = ''
  try {
    built = readFileSync(MAIN, 'utf8')
  } catch {
    throw new Error(`dist/cli.js is missing: ${remedy}`)
  }
  if (!built.includes(createFingerprint(join(PACKAGE, 'src')))) {
    throw new Error(`dist/cli.js is older than src: ${remedy}`)
  }
  isFresh = true
}
