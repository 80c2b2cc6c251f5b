// The second runs are real ones: a wrong argument would make every retry fail in silence.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findJestConfig, runJestAgain, runPlaywrightAgain } from '../../gate/run-again'
import type { TestFile } from '../../gate/test-results'
import { ROOT } from '../../markdown'

const toFile = (file: string): TestFile => ({ file, seconds: 0, tests: [] })

describe('Playwright', () => {
  const SPEC = 'e2e/tests/sums.spec.ts'
  const { JEST_WORKER_ID } = process.env
  let root: string
  beforeAll(() => {
    // Playwright refuses to run below jest.
    delete process.env.JEST_WORKER_ID
    // Browsers are not needed, so the folder needs a configuration and tests alone.
    root = realpathSync(mkdtempSync(join(tmpdir(), 'local-number-retry-')))
    mkdirSync(join(root, 'e2e/tests'), { recursive: true })
    mkdirSync(join(root, 'reports'))
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'))
    writeFileSync(
      join(root, 'e2e/playwright.config.ts'),
      `export default {
        testDir: 'tests',
        projects: [{ name: 'h5' }, { name: 'weapp' }],
        reporter: [['json', { outputFile: process.env.E2E_REPORT }]],
      }`,
    )
    writeFileSync(
      join(root, SPEC),
      `import { expect, test } from '@playwright/test'
      test.describe('sums', () => {
        test('one and one (1 + 1) is two', () => expect(1 + 1).toBe(2))
        test('one and one is three', () => expect(1 + 1).toBe(3))
      })`,
    )
  })
  afterAll(() => {
    process.env.JEST_WORKER_ID = JEST_WORKER_ID
    rmSync(root, { recursive: true })
  })

  test('runs the named test alone, in its project', () => {
    const test = { name: 'sums one and one (1 + 1) is two', project: 'weapp', passed: false }
    expect(runPlaywrightAgain(root)(toFile(SPEC), test)?.tests).toEqual([{ ...test, passed: true }])
  })

  test('reports a test that fails again, and has no result when nothing ran although that report is there', () => {
    const runAgain = runPlaywrightAgain(root)
    const test = { name: 'sums one and one is three', project: 'h5', passed: false }
    expect(runAgain(toFile(SPEC), test)?.tests).toEqual([test])
    expect(runAgain(toFile(SPEC), { ...test, name: 'a test that is gone' })).toBeNull()
  })
})

describe('jest', () => {
  test('runs the named test alone', () => {
    const test = { name: 'names the programs that are not installed', passed: false }
    const found = runJestAgain(ROOT)(toFile('scripts/test/gate/services.test.ts'), test)
    expect(found?.tests).toEqual([{ ...test, passed: true }])
  })

  test.each([
    ['scripts/test/gate/services.test.ts', 'scripts/jest.config.cjs'],
    ['packages/testing/simulator/test/cli.test.ts', 'packages/testing/simulator/jest.config.cjs'],
    ['packages/testing/simulator/test/curl.services.test.ts', 'jest.services.cjs'],
  ])('runs %s with %s', (file, config) => {
    expect(findJestConfig(ROOT, file)).toBe(join(ROOT, config))
  })
})
