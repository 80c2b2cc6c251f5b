import fc from 'fast-check'
import { ALL_RETURN_CODES, CALLS, lookUp } from '../../src/return-codes'

describe('lookUp', () => {
  test.each(ALL_RETURN_CODES.map((row) => [row.key, row] as const))('finds %s', (_, row) => {
    expect(lookUp(row.call, row.code)).toBe(row)
  })

  test('finds different rows for one code in different calls', () => {
    expect(lookUp('getToken', '130018').causes).toContain('signedAnotherAttempt')
    expect(lookUp('verify', '130018').causes).toContain('phoneNumEncryption')
  })

  test('treats a code of another call as unknown', () => {
    expect(lookUp('getMobile', '121011')).toMatchObject({ known: false, call: 'getMobile', code: '121011' })
  })

  test('returns an unavailable row that keeps the text of an unknown verify code', () => {
    expect(lookUp('verify', '777777')).toEqual({
      known: false,
      call: 'verify',
      code: '777777',
      outcome: 'unavailable',
      causes: [],
      actor: 'platform',
    })
  })

  test.each([
    0,
    500,
    '',
    ' 000',
    '000 ',
    '00',
    '0000',
    '０００',
    null,
    undefined,
    true,
    ['000'],
    { toString: () => '000' },
    'constructor',
    '__proto__',
    'toString',
    '.000',
    'verify.000',
  ])('%p is not a code of any call', (code) => {
    const outcomes = CALLS.map((call) => [lookUp(call, code).known, lookUp(call, code).outcome])
    expect(outcomes).toEqual([
      [false, 'failure'],
      [false, 'failure'],
      [false, 'failure'],
      [false, 'unavailable'],
    ])
  })

  test('keeps the type of a number, so that 0 is not the code 0', () => {
    expect(lookUp('getToken', 0).code).toBe('number 0')
    expect(lookUp('getToken', '0').known).toBe(true)
  })

  test('replaces control characters and other alphabets by question marks', () => {
    expect(lookUp('verify', '00\u00000\r\n').code).toBe('00?0??')
    expect(lookUp('verify', '错误\u202e').code).toBe('???')
  })

  test('cuts a long text to sixteen characters', () => {
    expect(lookUp('verify', 'x'.repeat(100_000)).code).toBe('x'.repeat(16))
  })

  test('returns for any value either its row or an unknown one that cannot pass for a known code', () => {
    const code = ALL_RETURN_CODES.map((row) => row.code)
    const nearly = fc
      .tuple(fc.constantFrom(...code), fc.string({ unit: 'binary', maxLength: 2 }))
      .map(([text, noise]) => text + noise)
    fc.assert(
      fc.property(fc.constantFrom(...CALLS), fc.oneof(nearly, fc.anything()), (call, raw) => {
        const row = lookUp(call, raw)
        if (row.known) return row.code === raw && row.call === call
        return /^[ -~]{0,16}$/.test(row.code) && !lookUp(call, row.code).known
      }),
      { numRuns: 500 },
    )
  })
})
