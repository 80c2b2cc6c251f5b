// The simulator words its codes itself, but makes none up: each is in the protocol's registry.
import { ALL_RETURN_CODES } from '@local-number/protocol/return-codes'
import { inDialect, RESULT_CODES, resultText } from '../../src/platform/codes'

const documented: ReadonlySet<string> = new Set(ALL_RETURN_CODES.map(({ code }) => code))

test.each(RESULT_CODES)('%s is documented in both dialects and has a text', (code) => {
  expect(documented).toContain(inDialect(code, 'document'))
  expect(documented).toContain(inDialect(code, 'family'))
  expect(resultText(code)).not.toBe('')
})

test('a cause that both dialects name has the codes that the registry pairs', () => {
  for (const { call, code, sameAs, dialect } of ALL_RETURN_CODES) {
    if (call === 'verify' && dialect === 'document' && sameAs) {
      expect(inDialect(code as '120020', 'family')).toBe(sameAs)
    }
  }
})
