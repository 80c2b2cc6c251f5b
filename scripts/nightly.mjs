// `npm run nightly`: what takes longer than `npm test` may. Run by hand; its figures go into the closing notes.
import { spawnSync } from 'node:child_process'

const SOURCE = 'node --conditions=@local-number/source --import tsx'

const JOBS = [
  { name: 'properties, 5,000 runs each', command: 'npx jest', env: { FC_NUM_RUNS: '5000' } },
  {
    name: 'browser tests, five times over',
    command: 'npx playwright test --config e2e/playwright.config.ts --repeat-each 5',
  },
  { name: 'soak', command: `${SOURCE} --expose-gc scripts/soak.ts` },
  { name: 'RSA engines', command: `${SOURCE} bench/rsa.ts` },
]

let failed = 0
for (const { name, command, env } of JOBS) {
  console.log(`\n── ${name}: ${command}`)
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) failed += 1
}
console.log(`\n${JOBS.length - failed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
