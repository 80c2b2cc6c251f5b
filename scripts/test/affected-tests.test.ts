// `npm run check` asks jest for the tests that a change affects; a change must be seen across packages.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../markdown'

function listAffectedTests(source: string): string[] {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js')
  const { stdout } = spawnSync(process.execPath, [jest, '--findRelatedTests', source, '--listTests', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return (JSON.parse(stdout) as string[]).map((file) => file.slice(ROOT.length + 1))
}

test('a change of the protocol affects tests of every package that imports it', () => {
  const affected = listAffectedTests('packages/protocol/src/msisdn/parse.ts')
  for (const folder of [
    'packages/protocol',
    'packages/login',
    'packages/taro',
    'packages/server',
    'packages/testing/simulator',
    'packages/testing/conformance',
    'apps/backend',
  ]) {
    expect(affected).toContainEqual(expect.stringMatching(`^${folder}/test/`))
  }
})

test('a change of the console affects its drawn pages', () => {
  const affected = listAffectedTests('packages/testing/console/src/apps/AppsPage.tsx')
  expect(affected).toContain('packages/testing/console/test/apps/apps-page.test.tsx')
})
