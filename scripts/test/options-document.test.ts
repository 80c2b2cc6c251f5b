import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SERVER_VARIABLES } from '@local-number/server/env'
import { backendVariables } from '../../apps/backend/src/variables'
import { renderOptionsTable, replaceOptionsTable } from '../options-document'

const readPage = (language: string) => readFileSync(join(__dirname, `../../docs/${language}/backend.md`), 'utf8')

describe.each(['en', 'zh'] as const)('the table of settings in %s', (language) => {
  const table = renderOptionsTable(language)

  test('is what the generator makes today: npm run docs:options', () => {
    const page = readPage(language)
    expect(page).toContain(table)
    expect(replaceOptionsTable(page, language)).toBe(page)
  })

  test('has one row for each variable of the backend and its server', () => {
    const variables = table.match(/^\| `[A-Z_\d]+`/gm)?.map((cell) => cell.slice(3, -1)) ?? []
    expect([...variables].sort()).toEqual([...Object.keys(backendVariables), ...SERVER_VARIABLES].sort())
  })

  test('shows defaults and ranges of the schema', () => {
    expect(table).toMatch(/`LOCAL_NUMBER_DAILY_LIMIT` \| `limits.checksPerNumberAndDay` \| `10` \| 1–1000 \|/)
    expect(table).toMatch(/`LOCAL_NUMBER_HASH_SECRET` \| `hashSecret` \| (required|必填) \| .*32/)
    expect(table).toMatch(/\| {2}\| `times.clockSkewMs` \| `120000` \| 0–449999 \|/)
  })
})
