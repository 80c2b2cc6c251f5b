// `npm run check`: the inner loop. Lint, types of what changed, and the tests that the change since `main` affects.
import { spawnSync } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHECKS } from './gate/tasks'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** On main itself: what is not committed. */
const BASE = 'main'

const LINT = Object.keys(CHECKS).filter((task) => task.startsWith('lint:'))

const QUIET = '--concurrency=2 --continue --output-logs=errors-only'

const STEPS: ReadonlyArray<readonly [name: string, command: string]> = [
  ['lint (npm run format mends most), types', `turbo run ${LINT.join(' ')} typecheck ${QUIET}`],
  // Some tests run a built command, and refuse an old one.
  ['builds that tests run', `turbo run build --filter=./packages/testing/* --filter=@local-number/stack ${QUIET}`],
  ['affected tests', `jest --changedSince=${BASE} --passWithNoTests`],
]

const began = Date.now()
const failed = STEPS.filter(([name, command]) => {
  console.log(`\n── ${name}: ${command}`)
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1' }
  return spawnSync('npx', command.split(' '), { cwd: ROOT, stdio: 'inherit', env }).status !== 0
})
console.log(
  `\n${failed.length === 0 ? 'ok' : `FAILED: ${failed.map(([name]) => name).join(', ')}`}, ${Math.round((Date.now() - began) / 1000)} s`,
)
process.exitCode = failed.length === 0 ? 0 : 1
