// `npm run nightly`: what takes longer than `npm test` may. Run by hand; its figures go into the closing notes.
import { spawnSync } from 'node:child_process'

const SOURCE = 'node --conditions=@local-number/source --import tsx'

const JOBS = [
  { name: 'properties, 5,000 runs each', command: 'npx jest', env: { FC_NUM_RUNS: '5000' } },
  {
    name: 'browser tests, five times over',
    command: 'npx playwright test --config e2e/playwright.config.ts --repeat-each 5',
    env: { CONSOLE_LOOKS: 'all' },
  },
  {
    name: 'fuzzing, 100,000 inputs at the simulator’s ports',
    command: 'npx jest packages/testing/simulator/test/fuzz',
    env: { FUZZ_INPUTS: '100000' },
  },
  {
    name: 'every broken variant, through every scenario',
    command: 'npx jest packages/testing/conformance/test --testTimeout 600000',
    env: { CONFORMANCE_VARIANTS: 'all' },
  },
  { name: 'soak', command: `${SOURCE} --expose-gc scripts/soak.ts` },
  { name: 'memory over 50,000 logins', command: `${SOURCE} --expose-gc bench/simulator-memory.ts` },
  { name: 'RSA engines', command: `${SOURCE} bench/rsa.ts` },
  { name: 'decryption against raw RSA', command: `${SOURCE} bench/simulator-decrypt.ts` },
  { name: 'steps of the Dockerfile', command: 'node --import tsx scripts/run-dockerfile.ts' },
]

let failed = 0
for (const { name, command, env } of JOBS) {
  console.log(`\n── ${name}: ${command}`)
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) failed += 1
}
console.log(`\n${JOBS.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
