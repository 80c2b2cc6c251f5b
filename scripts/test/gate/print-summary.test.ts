import { formatSummary, toSteps } from '../../gate/print-summary'
import type { TaskRun } from '../../gate/run-turbo'

const run = (task: string, workspace: string, passed: boolean): TaskRun => ({
  task,
  workspace,
  directory: workspace,
  seconds: 2,
  passed,
})

test('a task of several workspaces is one check, with the seconds of all', () => {
  expect(toSteps([run('typecheck', 'a', true), run('typecheck', 'b', true)])).toEqual([
    { name: 'types', passed: 1, failed: 0, seconds: 4 },
  ])
})

test('a task that fails in one workspace is one failure, and its workspace is named', () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(toSteps([run('build', 'a', true), run('build', 'b', false)])).toMatchObject([{ passed: 0, failed: 1 }])
  expect(error).toHaveBeenCalledWith('build failed in b')
  error.mockRestore()
})

test('the builds of the small Taro apps are one check', () => {
  const runs = [run('build:notes:weapp', 'e2e', true), run('build:empty:weapp', 'e2e', true), run('build', 'a', true)]
  expect(toSteps(runs)).toEqual([
    { name: 'test apps', passed: 1, failed: 0, seconds: 4 },
    { name: 'build', passed: 1, failed: 0, seconds: 2 },
  ])
})

test('tests are no check of their own: their reports count', () => {
  expect(toSteps([run('test', 'a', false)])).toEqual([])
})

test('the summary ends with the plain line that CI reads', () => {
  const steps = [
    { name: 'lint', passed: 1, failed: 0, seconds: 1 },
    { name: 'tests', passed: 10, failed: 2, seconds: 30 },
  ]
  const lines = formatSummary({ steps, files: [], flaky: [], leftOut: [], seconds: 31 })
  expect(lines.at(-1)).toBe('11 passed, 2 failed')
})

test('the summary names the ten slowest test files, flaky tests and missing programs', () => {
  const files = Array.from({ length: 12 }, (_, at) => ({ file: `${at}.test.ts`, seconds: at, tests: [] }))
  const lines = formatSummary({ steps: [], files, flaky: ['a › b'], leftOut: ['nginx'], seconds: 1 })
  expect(lines.filter((line) => line.endsWith('.test.ts'))).toHaveLength(10)
  expect(lines.join('\n')).toMatch(/11\.test\.ts[\s\S]*Flaky[\s\S]*a › b[\s\S]*missing: nginx/)
})
