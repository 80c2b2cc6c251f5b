import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countResults, readJestReport, readPlaywrightReport } from '../../gate/test-results'

const folder = mkdtempSync(join(tmpdir(), 'local-number-results-'))
const report = join(folder, 'report.json')
afterAll(() => rmSync(folder, { recursive: true }))

const write = (content: object) => writeFileSync(report, JSON.stringify(content))

/** A Playwright report of one file with one test per status. */
const playwright = (...statuses: readonly string[]) => ({
  config: { rootDir: join(folder, 'e2e/tests') },
  errors: [],
  suites: [
    {
      file: 'login.spec.ts',
      title: 'login.spec.ts',
      specs: statuses.map((status) => ({
        title: status,
        tests: [{ projectName: 'h5', status, results: [{ duration: 1500 }, { duration: 500 }] }],
      })),
      suites: [
        {
          file: 'login.spec.ts',
          title: 'in a group',
          specs: [{ title: 'inner', tests: [{ projectName: 'weapp', status: 'expected', results: [] }] }],
        },
      ],
    },
  ],
})

test('a Playwright report becomes files with tests, titles with their groups, and seconds', () => {
  write(playwright('expected'))
  expect(readPlaywrightReport(report, folder)).toEqual([
    {
      file: 'e2e/tests/login.spec.ts',
      seconds: 2,
      tests: [
        { name: 'expected', project: 'h5', passed: true },
        { name: 'in a group inner', project: 'weapp', passed: true },
      ],
    },
  ])
})

test('only expected Playwright results pass: unexpected, skipped and flaky ones fail', () => {
  write(playwright('expected', 'unexpected', 'skipped', 'flaky'))
  expect(countResults(readPlaywrightReport(report, folder))).toEqual({ passed: 2, failed: 3 })
})

test('an error outside the tests, such as a file that does not load, is one failure', () => {
  write({ ...playwright('expected'), errors: [{ message: 'SyntaxError' }] })
  expect(countResults(readPlaywrightReport(report, folder))).toEqual({ passed: 2, failed: 1 })
})

test('a file without tests is one failure', () => {
  write({ files: [{ file: 'a.test.ts', seconds: 1, tests: [] }] })
  expect(countResults(readJestReport(report))).toEqual({ passed: 0, failed: 1 })
})

test('a report that was never written has no results', () => {
  expect(readJestReport(join(folder, 'missing.json'))).toEqual([])
  expect(readPlaywrightReport(join(folder, 'missing.json'), folder)).toEqual([])
})
