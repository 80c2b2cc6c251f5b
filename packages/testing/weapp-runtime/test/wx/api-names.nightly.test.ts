import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { API_NAMES } from '../../src/wx/api-names'

const PACKAGE = join(__dirname, '../..')

test('the API names are those of the installed typings (if not, run npm run api-names)', () => {
  const script = `import { readApiNames } from './scripts/api-names'; console.log(readApiNames().join(' '))`
  const made = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  })
  expect(made.trim().split(' ')).toEqual(API_NAMES)
})

test('the file of API names is as the generator wrote it', () => {
  expect(readFileSync(join(PACKAGE, 'src/wx/api-names.ts'), 'utf8')).toContain(`'${API_NAMES.join(' ')}'`)
})
