// What `npm test` runs, as turbo tasks. Each check counts as one; tests count one by one, from their reports.
import type { TurboRun } from './run-turbo'

/** Task names of `turbo.json`, with the names that the summary shows. */
export const CHECKS: Readonly<Record<string, string>> = {
  'install:chromium': 'Chromium',
  build: 'build',
  'build:types': 'declarations',
  'build:weapp': 'demo for WeChat',
  'build:taro-apps': 'test apps',
  'lint:code': 'lint',
  'lint:imports': 'import rules',
  'lint:spelling': 'spelling',
  'lint:links': 'links of the docs',
  'lint:docker': 'Dockerfile',
  typecheck: 'types',
  'check:packages': 'published packages',
  'check:weapp': 'WeChat package',
  'check:platforms': 'other mini-programs',
  'check:sizes': 'sizes',
  'check:syntax': 'syntax of the bundles',
}

/** The tasks whose results are tests. */
export const TESTS = {
  test: 'unit and integration tests',
  'test:services': 'tests with other programs',
  'test:e2e': 'browser tests',
} as const

/** What tests and checks wait for. */
const BUILDS: readonly string[] = ['install:chromium', 'build', 'build:types', 'build:weapp', 'build:taro-apps']

/** They take as long as all others together, and wait for most of it. */
const LONG_TESTS: readonly string[] = ['test:e2e', 'test:services'] satisfies (keyof typeof TESTS)[]

/** For two cores, which two tasks leave idle a quarter of the time. */
const CONCURRENCY = 3

/**
 * First the builds, then the long tests beside everything else: turbo starts what has waited longest, so that in one run
 * the browser tests, which wait for most builds, would come last and leave the cores half idle.
 */
export function planStages(tests: readonly string[]): ReadonlyArray<readonly TurboRun[]> {
  const long = tests.filter((task) => LONG_TESTS.includes(task))
  const rest = [...Object.keys(CHECKS), ...tests].filter((task) => !BUILDS.includes(task) && !long.includes(task))
  return [
    [{ tasks: BUILDS, concurrency: CONCURRENCY }],
    [
      { tasks: long, concurrency: long.length, only: true },
      { tasks: rest, concurrency: CONCURRENCY - long.length, only: true },
    ],
  ]
}
