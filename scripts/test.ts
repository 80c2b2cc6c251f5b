// `npm test`: every check, all of them even when one fails; ends with `N passed, N failed`.
import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './gate/chromium'
import { findTestFiles } from './gate/find-test-files'
import { formatSummary, type Step, toSteps, toTestStep } from './gate/print-summary'
import { type RunAgain, retryFailures } from './gate/retry'
import { runJestAgain, runPlaywrightAgain } from './gate/run-again'
import { runTurbo, type TaskRun } from './gate/run-turbo'
import { findMissingServices } from './gate/services'
import { TASKS, TEST_TASK } from './gate/tasks'
import { readJestReport, readPlaywrightReport, type TestFile } from './gate/test-results'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CI = process.env.CI === 'true'
const E2E_REPORT = join(ROOT, 'reports/e2e.json')
const SERVICES_REPORT = join(ROOT, 'reports/services.json')

const began = Date.now()
const steps: Step[] = []
const files: TestFile[] = []
const flaky: string[] = []

rmSync(join(ROOT, 'reports'), { recursive: true, force: true })
mkdirSync(join(ROOT, 'reports'))
const [chromium] = timed(ensureChromium)
steps.push({ name: 'Chromium', passed: chromium ? 1 : 0, failed: chromium ? 0 : 1, seconds: secondsSince(began) })

const [runs, turboSeconds] = timed(() => runTurbo(Object.keys(TASKS), { root: ROOT, force: CI }))
steps.push(...toSteps(runs))
addTests('unit and integration tests', readUnitTests(runs), runJestAgain(ROOT), testSeconds(runs))

const missing = findMissingServices()
if (missing.length === 0) {
  const [, seconds] = timed(() => run('npx', ['jest', '--config', 'jest.services.cjs']))
  addTests('tests with other programs', readJestReport(SERVICES_REPORT), runJestAgain(ROOT), seconds)
} else if (process.env.SERVICES === 'required') {
  steps.push({ name: `programs: ${missing.join(', ')} missing`, passed: 0, failed: 1, seconds: 0 })
}

const [, browserSeconds] = timed(() => run('npx', ['playwright', 'test', '--config', 'e2e/playwright.config.ts']))
addTests('browser tests', readPlaywrightReport(E2E_REPORT, ROOT), runPlaywrightAgain(ROOT), browserSeconds)

steps.push(checkEveryFileRan())
console.log(`\nBuilds, lint, types and unit tests side by side: ${turboSeconds.toFixed(0)} s`)
for (const line of formatSummary({ steps, files, flaky, leftOut: missing, seconds: secondsSince(began) })) {
  console.log(line)
}
process.exitCode = steps.every(({ failed }) => failed === 0) ? 0 : 1

/** Adds the results of one runner; with CI=true what failed runs once more. A runner without results has failed. */
function addTests(name: string, results: readonly TestFile[], runAgain: RunAgain, seconds: number): void {
  const found = results.length > 0 ? results : [{ file: name, seconds: 0, tests: [], error: 'no results' }]
  const retried = CI ? retryFailures(found, runAgain) : { files: found, flaky: [] }
  files.push(...retried.files)
  flaky.push(...retried.flaky)
  steps.push(toTestStep(name, retried.files, seconds))
}

/** A workspace whose tests failed without a report counts as one failure. */
function readUnitTests(from: readonly TaskRun[]): TestFile[] {
  return from
    .filter(({ task }) => task === TEST_TASK)
    .flatMap(({ directory, passed }) => {
      const found = readJestReport(join(ROOT, directory, 'reports/jest.json'))
      const explained = passed || found.some(({ tests }) => tests.length === 0 || tests.some((test) => !test.passed))
      return explained && found.length > 0
        ? found
        : [...found, { file: directory, seconds: 0, tests: [], error: 'no results' }]
    })
}

function testSeconds(from: readonly TaskRun[]): number {
  return from.filter(({ task }) => task === TEST_TASK).reduce((sum, { seconds }) => sum + seconds, 0)
}

function checkEveryFileRan(): Step {
  const ran = new Set(files.map(({ file }) => file))
  const dropped = findTestFiles(ROOT).filter((file) => {
    const needsPrograms = missing.length > 0 && file.endsWith('.services.test.ts')
    return !ran.has(file) && !needsPrograms
  })
  for (const file of dropped) console.error(`${file} was not run: no pattern of the gate matches it`)
  const failed = dropped.length > 0 ? 1 : 0
  return { name: 'every test file was run', passed: 1 - failed, failed, seconds: 0 }
}

function run(command: string, args: readonly string[]): void {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' }
  spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env })
}

function timed<T>(work: () => T): [result: T, seconds: number] {
  const start = Date.now()
  return [work(), secondsSince(start)]
}

function secondsSince(start: number): number {
  return (Date.now() - start) / 1000
}
