// Checks every workspace with TypeScript 5.9 and with the native compiler, and fails where their diagnostics differ.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listWorkspaces } from '../workspaces.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMPILERS = ['typescript/lib/tsc.js', 'typescript-native/bin/tsc']

for (const folder of listWorkspaces()) {
  if (!existsSync(join(ROOT, folder, 'tsconfig.json'))) continue
  const [reference, native] = COMPILERS.map((compiler) => listDiagnostics(compiler, folder))
  const same = reference === native
  console.log(`${same ? 'ok    ' : 'DIFFER'} ${folder}`)
  if (same) continue
  console.error(`TypeScript 5.9:\n${reference}\nnative:\n${native}`)
  process.exitCode = 1
}

/** File, position and code of each: the wording may differ. */
function listDiagnostics(compiler, folder) {
  const tsc = join(ROOT, 'node_modules', compiler)
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '--pretty', 'false', '--project', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return stdout
    .split('\n')
    .flatMap((line) => /^(\S+\(\d+,\d+\)): error (TS\d+)/.exec(line)?.slice(1).join(' ') ?? [])
    .sort()
    .join('\n')
}
