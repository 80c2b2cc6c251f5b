// `npm test`: every check, all of them even when one fails; ends with `N passed, N failed`.
import './require-node.mjs'
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestFiles } from './gate/find-test-files'
import { formatSummary, type Step, toSteps, toTestStep } from './gate/print-summary'
import { type RunAgain, retryFailures } from './gate/retry'
import { runJestAgain, runPlaywrightAgain } from './gate/run-again'
import { runStages, type TaskRun } from './gate/run-turbo'
import { findMissingServices } from './gate/services'
import { planStages, TESTS } from './gate/tasks'
import { readJestReport, readPlaywrightReport, type TestFile } from './gate/test-results'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const CI = process.env.CI === 'true'
const E2E_REPORT = join(ROOT, 'reports/e2e.json')
const SERVICES_REPORT = join(ROOT, 'reports/services.json')

const began = Date.now()
const missing = findMissingServices()
const runs: TaskRun[] = []
const steps: Step[] = []
const files: TestFile[] = []
const flaky: string[] = []

runGate()

async function runGate(): Promise<void> {
  rmSync(join(ROOT, 'reports'), { recursive: true, force: true })
  mkdirSync(join(ROOT, 'reports'))

  const tests = Object.keys(TESTS).filter((task) => task !== 'test:services' || missing.length === 0)
  runs.push(...(await runStages(planStages(tests), { root: ROOT, force: CI })))
  steps.push(...toSteps(runs))

  addTests('test', readUnitTests(), runJestAgain(ROOT))
  if (missing.length === 0) {
    addTests('test:services', readJestReport(SERVICES_REPORT), runJestAgain(ROOT))
  } else if (process.env.SERVICES === 'required') {
    steps.push({ name: `programs: ${missing.join(', ')} missing`, passed: 0, failed: 1, seconds: 0 })
  }
  addTests('test:e2e', readPlaywrightReport(E2E_REPORT, ROOT), runPlaywrightAgain(ROOT))

  steps.push(checkEveryFileRan())
  const seconds = (Date.now() - began) / 1000
  for (const line of formatSummary({ steps, files, flaky, leftOut: missing, seconds })) console.log(line)
  process.exitCode = steps.every(({ failed }) => failed === 0) ? 0 : 1
}

/** Adds the results of one runner; with CI=true what failed runs once more. A runner without results has failed. */
function addTests(task: keyof typeof TESTS, results: readonly TestFile[], runAgain: RunAgain): void {
  const found = results.length > 0 ? results : [{ file: TESTS[task], seconds: 0, tests: [], error: 'no results' }]
  const retried = CI ? retryFailures(found, runAgain) : { files: found, flaky: [] }
  files.push(...retried.files)
  flaky.push(...retried.flaky)
  steps.push(toTestStep(TESTS[task], retried.files, sumSeconds(task)))
}

/** A workspace whose tests failed without a report counts as one failure. */
function readUnitTests(): TestFile[] {
  return runs
    .filter(({ task }) => task === 'test')
    .flatMap(({ directory, passed }) => {
      const found = readJestReport(join(ROOT, directory, 'reports/jest.json'))
      const explained = passed || found.some(({ tests }) => tests.length === 0 || tests.some((test) => !test.passed))
      return explained && found.length > 0
        ? found
        : [...found, { file: directory, seconds: 0, tests: [], error: 'no results' }]
    })
}

function sumSeconds(name: string): number {
  return runs.filter(({ task }) => task === name).reduce((sum, run) => sum + run.seconds, 0)
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
