import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ALL_RETURN_CODES } from '@local-number/protocol/return-codes'
import { returnCodesDocument } from '../return-codes-document'

const committed = (file: string) => readFileSync(join(__dirname, '../../docs', file), 'utf8')

describe('the return-code pages', () => {
  test.each([
    ['zh-CN', 'zh/return-codes.md'],
    ['en', 'en/return-codes.md'],
  ] as const)('the committed %s page is what the generator makes today', (locale, file) => {
    expect(committed(file)).toBe(returnCodesDocument(locale))
  })

  test.each(['zh-CN', 'en'] as const)(
    'the %s page has one row per call and code, with an outcome for verify codes alone',
    (locale) => {
      const rows = returnCodesDocument(locale)
        .split('\n')
        .filter((line) => line.startsWith('| `'))
      expect(rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1])).toEqual(ALL_RETURN_CODES.map(({ code }) => code))
      const cells = rows.map((row) => row.split(/(?<!\\)\|/).length - 2)
      expect(cells).toEqual(ALL_RETURN_CODES.map(({ call }) => (call === 'verify' ? 7 : 6)))
    },
  )

  test('says what happens with a code that no document lists', () => {
    expect(returnCodesDocument('en')).toContain('a code that no document lists')
    expect(returnCodesDocument('zh-CN')).toContain('文档没有列出的返回码')
  })
})
