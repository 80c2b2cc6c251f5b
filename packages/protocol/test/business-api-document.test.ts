// The guide lists exactly the error codes, outcomes and routes that exist, in both languages.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUSINESS_ERRORS, BUSINESS_PATHS, SMS_PATHS, WECHAT_PHONE_PATH } from '../src/index'
import { RETURN_CODES } from '../src/return-codes'

describe.each(['en', 'zh'] as const)('the business API in %s', (language) => {
  const text = readFileSync(join(__dirname, `../../../docs/${language}/business-api.md`), 'utf8')
  const rows = (text.match(/^\|.+\|$/gm) ?? []).map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
  const first = new Set(rows.map(([cell = '']) => cell))

  test('lists every error code, with its HTTP status, and no other', () => {
    const listed = rows.filter(([, status = '']) => /^\d{3}$/.test(status))
    const codes = listed.map(([code = '', status]) => [code.replace(/`/g, ''), Number(status)])
    expect(Object.fromEntries(codes)).toEqual(BUSINESS_ERRORS)
  })

  test('lists every outcome', () => {
    const ways = ['wrongCode', 'expiredCode', 'noQuota']
    for (const outcome of [...RETURN_CODES.verify.map((code) => code.outcome), ...ways]) {
      expect(first).toContain(`\`${outcome}\``)
    }
  })

  test('lists every path', () => {
    const paths = [...Object.values({ ...BUSINESS_PATHS, ...SMS_PATHS }), WECHAT_PHONE_PATH]
    for (const path of paths) expect(first).toContain(`\`POST ${path}\``)
  })
})
