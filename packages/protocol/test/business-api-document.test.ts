// The guide lists exactly the error codes, outcomes and routes that exist, with their statuses, in both languages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUSINESS_ERRORS, BUSINESS_PATHS, SMS_PATHS } from '../src/index'
import { RETURN_CODES } from '../src/return-codes'

const NOW = { en: 'now', zh: '现有' } as const

describe.each(['en', 'zh'] as const)('the business API in %s', (language) => {
  const text = readFileSync(join(__dirname, `../../../docs/${language}/business-api.md`), 'utf8')
  const cells = (text.match(/^\|.+\|$/gm) ?? []).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  const existing = cells.filter((row) => row.at(-1) === NOW[language])

  test('lists every error code that exists, with its status, and no other', () => {
    const listed = existing.filter(([, status = '']) => /^\d{3}$/.test(status))
    const codes = listed.map(([code = '', status]) => [code.replace(/`/g, ''), Number(status)])
    expect(Object.fromEntries(codes)).toEqual(BUSINESS_ERRORS)
  })

  test('lists every outcome of the verify call as existing', () => {
    const first = new Set(existing.map(([cell = '']) => cell))
    for (const { outcome } of RETURN_CODES.verify) expect(first).toContain(`\`${outcome}\``)
  })

  test('lists every path that exists', () => {
    const first = existing.map(([cell = '']) => cell)
    for (const path of Object.values({ ...BUSINESS_PATHS, ...SMS_PATHS })) expect(first).toContain(`\`POST ${path}\``)
  })

  test('names an issue wherever something does not exist yet', () => {
    const statuses = cells.filter((row) => row.length > 2 && !/^-+$|^Status$|^状态$/.test(row.at(-1) ?? ''))
    expect(statuses.map((row) => row.at(-1)).filter((status) => !/^(now|现有|[E-I])$/.test(status ?? ''))).toEqual([])
  })
})
