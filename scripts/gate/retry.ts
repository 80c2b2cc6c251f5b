// With CI=true a failing test runs once more, alone. One that passes then counts as passed and is listed as flaky: a
// busy machine must not hold work back, and a flaky test must not stay unseen.
import type { TestFile, TestResult } from './test-results'

/** Runs one test of a file again, or the whole file where `test` is null, and returns what became of it. */
export type RunAgain = (file: TestFile, test: TestResult | null) => TestFile | null

export interface Retried {
  readonly files: readonly TestFile[]
  /** Titles of the tests, and paths of the files, that failed first and passed then. */
  readonly flaky: readonly string[]
}

/** With more failures than this something is broken: running each again would only take time. */
const MAX_RETRIES = 20

export function retryFailures(files: readonly TestFile[], runAgain: RunAgain): Retried {
  const failures = files.flatMap(({ tests }) => (tests.length === 0 ? [null] : tests.filter(({ passed }) => !passed)))
  if (failures.length > MAX_RETRIES) return { files, flaky: [] }
  const flaky: string[] = []
  const passesNow = (file: TestFile, test: TestResult | null) => {
    const again = runAgain(file, test)
    if (!again || again.tests.length === 0 || again.tests.some(({ passed }) => !passed)) return null
    flaky.push(test ? `${file.file} › ${test.name}` : file.file)
    return again
  }
  return { files: files.map((file) => retryFile(file, passesNow)), flaky }
}

function retryFile(file: TestFile, passesNow: RunAgain): TestFile {
  if (file.tests.length === 0) return passesNow(file, null) ?? file
  const tests = file.tests.map((test) => (!test.passed && passesNow(file, test) ? { ...test, passed: true } : test))
  return { ...file, tests }
}
