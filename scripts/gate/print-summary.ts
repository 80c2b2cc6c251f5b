// The end of `npm test`: what each step took, the slowest test files, and the counts that CI reads.

import type { TaskRun } from './run-turbo'
import { CHECKS, TESTS } from './tasks'
import { countResults, type TestFile } from './test-results'

/** One line of the table. */
export interface Step {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly seconds: number
}

/** Each kind of task as one check; `seconds` is the sum over its tasks. Tests are counted from their reports. */
export function toSteps(runs: readonly TaskRun[]): Step[] {
  const checks = runs.filter(({ task }) => !(task in TESTS))
  const names = [...new Set(checks.map(({ task }) => toName(task)))]
  return names.map((name) => {
    const own = checks.filter(({ task }) => toName(task) === name)
    const failed = own.filter(({ passed }) => !passed)
    for (const { task, workspace } of failed) console.error(`${task} failed in ${workspace}`)
    return {
      name,
      passed: failed.length === 0 ? 1 : 0,
      failed: failed.length === 0 ? 0 : 1,
      seconds: sum(own.map(({ seconds }) => seconds)),
    }
  })
}

/** The small Taro apps have a task each, such as `build:notes:weapp`. */
function toName(task: string): string {
  return CHECKS[task] ?? (/^build:.+:/.test(task) ? CHECKS['build:taro-apps'] : undefined) ?? task
}

export function toTestStep(name: string, files: readonly TestFile[], seconds: number): Step {
  return { name, ...countResults(files), seconds }
}

export interface Outcome {
  readonly steps: readonly Step[]
  readonly files: readonly TestFile[]
  readonly flaky: readonly string[]
  /** Programs that are missing, so that their tests did not run. */
  readonly leftOut: readonly string[]
  readonly seconds: number
}

const SLOWEST = 10

/** The lines to print; the last one is `N passed, N failed`. */
export function formatSummary({ steps, files, flaky, leftOut, seconds }: Outcome): string[] {
  const slowest = [...files].sort((a, b) => b.seconds - a.seconds).slice(0, SLOWEST)
  return [
    '',
    ...steps.map(({ name, passed, failed, seconds: took }) =>
      [
        failed > 0 ? 'FAILED' : 'ok    ',
        name.padEnd(28),
        `${passed} passed, ${failed} failed, ${took.toFixed(0)} s`,
      ].join(' '),
    ),
    '',
    'The slowest test files:',
    ...slowest.map(({ file, seconds: took }) => `${took.toFixed(1).padStart(7)} s  ${file}`),
    ...(flaky.length > 0
      ? ['', 'Flaky (failed once, passed alone; fix these now):', ...flaky.map((name) => `  ${name}`)]
      : []),
    ...(leftOut.length > 0 ? ['', `Left out, because these programs are missing: ${leftOut.join(', ')}`] : []),
    '',
    `in ${seconds.toFixed(0)} s`,
    `${sum(steps.map(({ passed }) => passed))} passed, ${sum(steps.map(({ failed }) => failed))} failed`,
  ]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
