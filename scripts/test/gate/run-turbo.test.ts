import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTaskRuns } from '../../gate/run-turbo'

const folder = mkdtempSync(join(tmpdir(), 'local-number-turbo-'))
afterAll(() => rmSync(folder, { recursive: true }))

const task = (name: string, exitCode: number | null, command = 'jest') => ({
  taskId: `a#${name}`,
  task: name,
  package: 'a',
  directory: 'packages/a',
  command,
  execution: exitCode === null ? undefined : { startTime: 1000, endTime: 3500, exitCode },
})

test('reads tasks with duration and success, without workspaces that have no such script', () => {
  const tasks = [task('test', 0), task('//#lint:code', 1), task('build', null), task('typecheck', 0, '<NONEXISTENT>')]
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ tasks }))
  expect(readTaskRuns(folder)).toEqual([
    { task: 'test', workspace: 'a', directory: 'packages/a', seconds: 2.5, passed: true },
    { task: 'lint:code', workspace: 'a', directory: 'packages/a', seconds: 2.5, passed: false },
    { task: 'build', workspace: 'a', directory: 'packages/a', seconds: 0, passed: false },
  ])
})

test('reads the tasks of all runs', () => {
  const several = mkdtempSync(join(folder, 'runs-'))
  for (const name of ['build', 'test']) {
    writeFileSync(join(several, `${name}.json`), JSON.stringify({ tasks: [task(name, 0)] }))
  }
  expect(readTaskRuns(several).map((run) => run.task)).toEqual(['build', 'test'])
})

test('a folder that turbo never wrote has no tasks', () => {
  expect(readTaskRuns(join(folder, 'missing'))).toEqual([])
})
