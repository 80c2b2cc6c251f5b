import { type RunAgain, retryFailures } from '../../gate/retry'
import type { TestFile } from '../../gate/test-results'

const file = (name: string, ...tests: ReadonlyArray<readonly [name: string, passed: boolean]>): TestFile => ({
  file: name,
  seconds: 1,
  tests: tests.map(([title, passed]) => ({ name: title, passed })),
})

/** Runs a single test again with the given result. */
const again =
  (passed: boolean): RunAgain =>
  ({ file: name }, test) =>
    file(name, [test?.name ?? 'all', passed])

test('a test that passes the second time counts as passed and is listed as flaky', () => {
  const { files, flaky } = retryFailures([file('a.test.ts', ['one', true], ['two', false])], again(true))
  expect(files).toEqual([file('a.test.ts', ['one', true], ['two', true])])
  expect(flaky).toEqual(['a.test.ts › two'])
})

test('a test that fails twice stays failed and is not flaky', () => {
  const failing = [file('a.test.ts', ['one', false])]
  expect(retryFailures(failing, again(false))).toEqual({ files: failing, flaky: [] })
})

test('a test that passed is not run again', () => {
  const runAgain = jest.fn(again(true))
  retryFailures([file('a.test.ts', ['one', true])], runAgain)
  expect(runAgain).not.toHaveBeenCalled()
})

test('a file that ran no test runs again as a whole', () => {
  const { files, flaky } = retryFailures([{ ...file('a.test.ts'), error: 'out of memory' }], again(true))
  expect(files).toEqual([file('a.test.ts', ['all', true])])
  expect(flaky).toEqual(['a.test.ts'])
})

test('a second run without results is a failure', () => {
  const failing = [file('a.test.ts', ['one', false])]
  expect(retryFailures(failing, () => null)).toEqual({ files: failing, flaky: [] })
  expect(retryFailures(failing, () => file('a.test.ts'))).toEqual({ files: failing, flaky: [] })
})

test('more than 20 failures are not run again, because something is broken', () => {
  const runAgain = jest.fn(again(true))
  const many = Array.from({ length: 21 }, (_, at) => [`test ${at}`, false] as const)
  expect(retryFailures([file('a.test.ts', ...many)], runAgain).flaky).toEqual([])
  expect(runAgain).not.toHaveBeenCalled()
})
