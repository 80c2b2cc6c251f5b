// Results of test files, in one shape for jest and Playwright.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface TestResult {
  /** The full title: those of its groups and its own, with spaces between. */
  readonly name: string
  readonly passed: boolean
  /** Playwright's project. */
  readonly project?: string
}

export interface TestFile {
  /** From the repository's root, with slashes. */
  readonly file: string
  readonly seconds: number
  readonly tests: readonly TestResult[]
  /** Why the file ran no test, such as a syntax error. */
  readonly error?: string
}

/** What `scripts/jest/report.cjs` wrote; nothing when jest never got that far. */
export function readJestReport(path: string): TestFile[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { files: TestFile[] }).files : []
}

interface PlaywrightSuite {
  readonly file: string
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: ReadonlyArray<{
    readonly title: string
    readonly tests: ReadonlyArray<{
      readonly projectName: string
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
      readonly results: ReadonlyArray<{ readonly duration: number }>
    }>
  }>
}

interface PlaywrightReport {
  readonly config: { readonly rootDir: string }
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: ReadonlyArray<{ readonly message?: string }>
}

/** Playwright's JSON report. A skipped test counts as failed, because the gate skips nothing. */
export function readPlaywrightReport(path: string, root: string): TestFile[] {
  if (!existsSync(path)) return []
  const { config, suites, errors } = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport
  const folder = relative(root, config.rootDir).replaceAll('\\', '/')
  const files = suites.map((suite) => {
    const tests = listSpecs(suite, [])
    return {
      file: join(folder, suite.file),
      seconds: tests.reduce((sum, { seconds }) => sum + seconds, 0),
      tests: tests.map(({ seconds: _, ...test }) => test),
    }
  })
  return errors.length === 0
    ? files
    : [...files, { file: folder, seconds: 0, tests: [], error: errors[0]?.message ?? '' }]
}

function listSpecs(suite: PlaywrightSuite, titles: readonly string[]): Array<TestResult & { seconds: number }> {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, results }) => ({
      name: [...titles, title].join(' '),
      project: projectName,
      passed: status === 'expected',
      seconds: results.reduce((sum, { duration }) => sum + duration / 1000, 0),
    })),
  )
  return [...own, ...(suite.suites ?? []).flatMap((inner) => listSpecs(inner, [...titles, inner.title]))]
}

/** A file that ran no test counts as one failure. */
export function countResults(files: readonly TestFile[]): { passed: number; failed: number } {
  const tests = files.flatMap((file) => file.tests)
  const broken = files.filter(({ error, tests: none }) => error !== undefined || none.length === 0)
  const passed = tests.filter((test) => test.passed).length
  return { passed, failed: tests.length - passed + broken.length }
}
