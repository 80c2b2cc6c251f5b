// Runs e2e/examples as users of the package would: outside this repository, by Jest and Vitest, with the built package.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../markdown'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-number-examples-'))
  cpSync(join(ROOT, 'e2e/examples'), folder, { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
})
afterEach(() => rmSync(folder, { recursive: true }))

// Vitest's forks do not always start on a busy machine (vitest-dev/vitest#8968); threads do.
const RUNNERS = {
  jest: ['jest/bin/jest.js', '--testTimeout', '60000', '--json', '--outputFile', '../report.json'],
  vitest: [
    'vitest/vitest.mjs',
    'run',
    '--pool',
    'threads',
    '--testTimeout',
    '60000',
    '--hookTimeout',
    '60000',
    '--reporter',
    'json',
    '--outputFile',
    '../report.json',
  ],
} as const

type Runner = keyof typeof RUNNERS

interface Report {
  readonly testResults: ReadonlyArray<{
    readonly assertionResults: ReadonlyArray<{ title: string; status: string }>
    readonly message: string
  }>
}

/** @returns each test's status by its title */
function runExample(runner: Runner): Readonly<Record<string, string>> {
  const [script, ...args] = RUNNERS[runner]
  // The runners must not inherit the settings of the Jest that runs this test.
  const { NODE_OPTIONS: _, JEST_WORKER_ID: __, NODE_ENV: ___, ...env } = process.env
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
    cwd: join(folder, runner),
    env,
    encoding: 'utf8',
  })
  const report = join(folder, 'report.json')
  const { testResults } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as Report)
    : { testResults: [] }
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  if (tests.length > 0) return Object.fromEntries(tests.map(({ title, status }) => [title, status]))
  const output = [...testResults.map(({ message }) => message), stdout, stderr]
  throw new Error(`${runner} ran no test:\n${output.join('\n')}`)
}

function removeFaults(runner: Runner): void {
  const file = join(folder, runner, 'shop.test.ts')
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/sim\.once\('getToken', \{ code: '130018' \}\)/)
  writeFileSync(file, text.replace(/^ *sim\.(?:once|fault)\(.*\n/gm, ''))
}

/** How each test ends, and how it ends without the faults. */
const TESTS: Record<Runner, ReadonlyArray<readonly [title: string, withFaults: string, withoutFaults: string]>> = {
  jest: [
    ['a refused signature raises an alarm for one user, and the next user gets a token', 'passed', 'failed'],
    ['a user on Wi-Fi gets a text message and raises no alarm', 'passed', 'failed'],
  ],
  vitest: [
    ['a user on China Mobile gets a token', 'passed', 'passed'],
    ['a refused signature raises an alarm, and this user gets a text message', 'passed', 'failed'],
    ['after two answers that the platform is busy, the third user gets a token', 'passed', 'failed'],
  ],
}

describe.each(Object.keys(RUNNERS) as Runner[])('the example for %s', (runner) => {
  test('the unchanged example passes', () => {
    expect(runExample(runner)).toEqual(
      Object.fromEntries(TESTS[runner].map(([title, withFaults]) => [title, withFaults])),
    )
  }, 180_000)

  test('the tests that need a fault fail without it', () => {
    removeFaults(runner)
    expect(runExample(runner)).toEqual(
      Object.fromEntries(TESTS[runner].map(([title, , withoutFaults]) => [title, withoutFaults])),
    )
  }, 180_000)
})
