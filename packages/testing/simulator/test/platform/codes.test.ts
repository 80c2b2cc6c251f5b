// The simulator has its own texts for codes, but all its codes are in the protocol's registry.
import { ALL_RETURN_CODES, CALLS } from '@local-number/protocol/return-codes'
import { DOCUMENT_CODES, getReturnCodeText, toDialect } from '../../src/platform/codes'

const documented: ReadonlySet<string> = new Set(ALL_RETURN_CODES.map(({ code }) => code))

test.each(DOCUMENT_CODES)('%s is documented in both dialects and has a text', (code) => {
  for (const call of CALLS) {
    expect(toDialect(call, { code, cause: null }, 'document')).toBe(code)
    expect(documented).toContain(toDialect(call, { code, cause: null }, 'family'))
  }
  for (const call of CALLS) expect(getReturnCodeText(call, code)).not.toBe(getReturnCodeText(call, 'no such code'))
})

test.each([
  ['wifi', '103111'],
  ['otherCarrier', '103111'],
  ['dataOnlySim', '105002'],
] as const)('a number that was not inserted because of %s is %s in the family dialect', (cause, code) => {
  expect(toDialect('getMobile', { code: '111002', cause }, 'family')).toBe(code)
})

test('a phoneNum with another content is 004 in the family dialect and 999999 in the document’s', () => {
  const decision = { code: '999999', cause: 'phoneNumEncryption' } as const
  expect([toDialect('verify', decision, 'family'), toDialect('verify', decision, 'document')]).toEqual([
    '004',
    '999999',
  ])
})

test('every failure has a text in both dialects, except 0, which is not an answer', () => {
  const withoutText = ALL_RETURN_CODES.filter(
    ({ outcome, call, code }) =>
      outcome !== 'success' && outcome !== 'verified' && getReturnCodeText(call, code) === '未知返回码',
  )
  expect(withoutText.map(({ code }) => code)).toEqual(['0', '0'])
})

test('an unknown code has a text that says so', () => {
  expect(getReturnCodeText('verify', 'constructor')).toBe('未知返回码')
})

test('toDialect translates codes as the registry pairs them', () => {
  for (const { call, code, sameAs, dialect } of ALL_RETURN_CODES) {
    if (call === 'verify' && dialect === 'document' && sameAs) {
      expect(toDialect(call, { code, cause: null }, 'family')).toBe(sameAs)
    }
  }
})
