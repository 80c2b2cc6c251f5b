import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WECHAT_TAGS } from '../../src/built-ins/attributes'
import { BUILT_IN_TEMPLATES } from '../../src/built-ins/templates'

const PACKAGE = join(__dirname, '../..')

test('the attributes and events are those of the installed typings (if not, run npm run attributes)', () => {
  const script = `import { createAttributesFile } from './scripts/attributes'; process.stdout.write(createAttributesFile())`
  const made = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: PACKAGE,
    encoding: 'utf8',
  })
  expect(made).toBe(readFileSync(join(PACKAGE, 'src/built-ins/attributes.ts'), 'utf8'))
})

test('every built-in tag has a row', () => {
  expect(Object.keys(WECHAT_TAGS).sort()).toEqual(['', ...Object.keys(BUILT_IN_TEMPLATES)].sort())
})
