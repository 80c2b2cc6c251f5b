import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { API_NAMES } from '../../src/wx/api-names'

const PACKAGE = join(__dirname, '../..')

test('the names are those of the typings that are installed: else run npm run api-names', () => {
  const script = `import { apiNames } from './scripts/api-names'; console.log(apiNames().join(' '))`
  const made = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  })
  expect(made.trim().split(' ')).toEqual(API_NAMES)
})

test('the file keeps the generator’s words', () => {
  expect(readFileSync(join(PACKAGE, 'src/wx/api-names.ts'), 'utf8')).toContain(`'${API_NAMES.join(' ')}'`)
})
