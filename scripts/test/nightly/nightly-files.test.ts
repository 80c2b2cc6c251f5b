// Test files that are too slow for the gate: each runs either in the gate or in the nightly job, never in both.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../../markdown'

const FILES = ['test/one.test.ts', 'test/two.test.tsx', 'test/one.nightly.test.ts', 'test/nightly.test.ts']

function listRun(env: Readonly<Record<string, string>>): readonly string[] {
  const code = `console.log(JSON.stringify(require('./jest.base.cjs').nodeWorkspace('.').testPathIgnorePatterns))`
  const patterns: string[] = JSON.parse(
    execFileSync(process.execPath, ['-e', code], { cwd: join(ROOT), encoding: 'utf8', env: { PATH: '', ...env } }),
  )
  return FILES.filter((file) => !patterns.some((pattern) => new RegExp(pattern).test(file)))
}

test('the gate runs every file but those named .nightly.test.ts', () => {
  expect(listRun({})).toEqual(['test/one.test.ts', 'test/two.test.tsx', 'test/nightly.test.ts'])
})

test('the nightly job runs those alone', () => {
  expect(listRun({ NIGHTLY: 'yes' })).toEqual(['test/one.nightly.test.ts'])
})
