// Checks a workspace's types with the native compiler, TypeScript 7: its diagnostics equal those of 5.9, which tsup still
// needs for declarations and which `npm run nightly -- types` compares it with.
// node scripts/typecheck.mjs [folder], the current folder by default
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const TSC = fileURLToPath(new URL('../node_modules/typescript-native/bin/tsc', import.meta.url))

const { status } = spawnSync(process.execPath, [TSC, '--noEmit', '--project', process.argv[2] ?? '.'], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
