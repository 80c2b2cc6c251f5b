// The examples for other people's tests, run as other people run them: outside this repository, by their own runners,
// against the built package.
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

/** Each test's title with how it went. */
function run(runner: Runner): Readonly<Record<string, string>> {
  const [script, ...args] = RUNNERS[runner]
  // Neither runner is to take this one's settings for its own.
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
  const said = [...testResults.map(({ message }) => message), stdout, stderr]
  throw new Error(`${runner} ran no test:\n${said.join('\n')}`)
}

function withoutFaults(runner: Runner): void {
  const file = join(folder, runner, 'shop.test.ts')
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/sim\.once\('getToken', \{ code: '130018' \}\)/)
  writeFileSync(file, text.replace(/^ *sim\.(?:once|fault)\(.*\n/gm, ''))
}

/** How each test ends, and how without a word to the simulator. */
const TESTS: Record<Runner, ReadonlyArray<readonly [title: string, told: string, untold: string]>> = {
  jest: [
    ['a refused signature is an alarm, for one user, and the next has a token', 'passed', 'failed'],
    ['on Wi-Fi there is a text message, and nobody is woken up', 'passed', 'failed'],
  ],
  vitest: [
    ['the carrier gives a token', 'passed', 'passed'],
    ['a refused signature is an alarm, and a text message for this user', 'passed', 'failed'],
    ['two busy moments, and the third user has a token again', 'passed', 'failed'],
  ],
}

describe.each(Object.keys(RUNNERS) as Runner[])('the example for %s', (runner) => {
  test('passes', () => {
    expect(run(runner)).toEqual(Object.fromEntries(TESTS[runner].map(([title, told]) => [title, told])))
  }, 180_000)

  test('fails where the simulator is not told to misbehave', () => {
    withoutFaults(runner)
    expect(run(runner)).toEqual(Object.fromEntries(TESTS[runner].map(([title, , untold]) => [title, untold])))
  }, 180_000)
})
