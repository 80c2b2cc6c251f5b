import {
  ALL_RETURN_CODES,
  CAUSE_ACTORS,
  type Call,
  type CauseId,
  type CodeKey,
  getVerifyCodes,
  lookUp,
  RETURN_CODES,
  type ReturnCode,
} from '../../src/return-codes'

/** A row by its name; the test fails when there is none. */
const getRow = (key: CodeKey): ReturnCode => {
  const row = ALL_RETURN_CODES.find((candidate) => candidate.key === key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}
const listCodes = (call: Call, dialect: ReturnCode['dialect']): string[] =>
  RETURN_CODES[call].filter((row: ReturnCode) => row.dialect === dialect).map((row: ReturnCode) => row.code)

describe("the document's tables", () => {
  test('every status of the token callback [S 2.5.1] is a row of getToken', () => {
    const callback = ['000000', '110028', '130030', '130018', '130032', '999999', '0']
    expect(listCodes('getToken', 'document')).toEqual(expect.arrayContaining(callback))
  })

  // Every row of the appendix, with the calls in which its causes can occur and one id per cause the document names.
  const appendix: readonly [key: CodeKey, causes: readonly string[]][] = [
    ['getMobile.500', ['hiddenBehind500', 'testPhoneNumMissing']],
    ['getMobile.170001', ['accessScenarioWrong']],
    ['getToken.170001', ['accessScenarioWrong']],
    ['getMobile.111002', ['otherCarrier', 'wifi']],
    ['getMobile.110027', ['contractUnbound', 'balanceExhausted', 'configurationPending']],
    ['getToken.110027', ['contractUnbound', 'balanceExhausted', 'configurationPending']],
    ['verify.110027', ['contractUnbound', 'balanceExhausted', 'configurationPending']],
    ['verify.130016', ['keysNotFromTool', 'keyPairMismatch', 'signedWithoutTool', 'phoneNumEncryption']],
    ['verify.130018', ['keysNotFromTool', 'keyPairMismatch', 'signedWithoutTool', 'phoneNumEncryption']],
    ['getToken.130018', ['keysNotFromTool', 'keyPairMismatch', 'signedWithoutTool']],
    ['getToken.130032', ['notJson']],
    ['verify.130032', ['notJson']],
    ['getMobile.103605', ['wrongLine', 'configurationPending']],
    ['getToken.103605', ['wrongLine', 'configurationPending']],
    ['verify.103605', ['wrongLine', 'configurationPending']],
    ['verify.110004', ['ipNotRegistered']],
    ['getMobile.110025', ['capabilityOffline']],
    ['getToken.110025', ['capabilityOffline']],
    ['verify.110025', ['capabilityOffline']],
    ['getMobile.111034', ['refererFromPc']],
    ['verify.120020', ['tokenExpired', 'userInformationMissing', 'userInformationEncoding', 'tokenReused']],
    ['verify.121011', ['dailyLimitReached']],
    ['getToken.999999', ['networkUnstable']],
    ['verify.999999', ['networkUnstable', 'phoneNumEncryption']],
    ['getMobile.130010', ['wrongLine']],
    ['getToken.130010', ['wrongLine']],
    ['verify.130010', ['tokenNeverIssued']],
  ]

  test.each(appendix)('%s names its causes', (key, causes) => {
    expect(getRow(key).causes).toEqual(expect.arrayContaining([...causes]))
    expect(getRow(key).sources).toContain('S appendix')
  })

  test('all fifteen codes of the appendix are rows', () => {
    const codes =
      '500 170001 111002 110027 130016 130018 130032 103605 110004 110025 111034 120020 121011 999999 130010'
    expect([...new Set(appendix.map(([key]) => getRow(key).code))].sort()).toEqual(codes.split(' ').sort())
  })

  test('an encrypted number is not a cause of a failed token call, which carries none', () => {
    const causes = RETURN_CODES.getToken.flatMap((row) => row.causes)
    expect(causes).not.toContain('phoneNumEncryption')
  })
})

/** protocol.md §9, with the two that a client reports itself. */
const HTTPS_CODES =
  '103000 130010 105112 103101 110024 110025 110023 103111 111002 103609 105002 103211 110026 170001 110029 103911 0 500'

describe('the codes of the sister editions', () => {
  test('every code of the app edition is a row of verify', () => {
    const app = ['000', '001', '002', '003', '004', '102', '124', '302', '303', '606', '999', '102315']
    expect(listCodes('verify', 'family').sort()).toEqual([...app].sort())
  })

  test('every public code is a row of the call that returns it', () => {
    expect(listCodes('getMobile', 'family')).toEqual(['103111', '105002', '110029'])
    expect(listCodes('getToken', 'family')).toEqual(['103000', '103911', '110029'])
    expect(listCodes('httpsGetMobile', 'family').sort()).toEqual(HTTPS_CODES.split(' ').sort())
  })

  test('the script’s own 500 is a row of the token call', () => {
    expect(getRow('getToken.500').causes).toEqual(['imageFailed', 'interfaceFailed'])
  })

  test.each([
    ['302', '130018'],
    ['606', '120020'],
    ['124', '110004'],
    ['102315', '121011'],
  ] as const)('%s and %s have the same causes, actor and outcome', (family, document) => {
    const [short, long] = [lookUp('verify', family), lookUp('verify', document)]
    expect(short).toMatchObject({ sameAs: document, dialect: 'family' })
    expect(long).toMatchObject({ sameAs: family, dialect: 'document' })
    expect([short.causes, short.actor, short.outcome]).toEqual([long.causes, long.actor, long.outcome])
  })

  test('only these four pairs name the same failure', () => {
    expect(ALL_RETURN_CODES.filter((row) => row.sameAs)).toHaveLength(8)
  })
})

describe('every row', () => {
  test('has a unique key', () => {
    const keys = ALL_RETURN_CODES.map((row) => row.key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each(ALL_RETURN_CODES.map((row) => [row.key, row] as const))('%s is complete', (key, row) => {
    expect(key).toBe(`${row.call}.${row.code}`)
    expect(row.sources.length).toBeGreaterThan(0)
    expect(new Set(row.causes).size).toBe(row.causes.length)
    // A failure without a cause would leave its actor with nothing to check.
    expect(row.causes.length > 0).toBe(row.outcome !== 'success' && row.outcome !== 'verified')
  })

  test('of the calls that a phone makes is a success or a failure', () => {
    const { getMobile, getToken, httpsGetMobile } = RETURN_CODES
    const outcomes = [...getMobile, ...getToken, ...httpsGetMobile].map((row) => row.outcome)
    expect(new Set(outcomes)).toEqual(new Set(['success', 'failure']))
  })

  test.each([
    ['verified', ['000']],
    ['notThisNumber', ['001']],
    ['staleToken', ['120020', '606']],
    ['dailyLimit', ['121011', '102315']],
  ] as const)('of the verify call means %s for %p alone', (outcome, codes) => {
    expect(getVerifyCodes(outcome)).toEqual(codes)
  })

  test('of the verify call means unavailable in every other case', () => {
    const decided = ['verified', 'notThisNumber', 'staleToken', 'dailyLimit'] as const
    const others = RETURN_CODES.verify.length - decided.flatMap(getVerifyCodes).length
    expect(getVerifyCodes('unavailable')).toHaveLength(others)
  })

  test('asks for a new token or another day only where the user can act', () => {
    const rows = RETURN_CODES.verify.filter((row) => row.outcome === 'staleToken' || row.outcome === 'dailyLimit')
    expect(rows.map((row) => row.actor)).toEqual(rows.map(() => 'user'))
  })
})

describe('who must act', () => {
  const listActors = ({ causes }: ReturnCode) => causes.map((cause) => CAUSE_ACTORS[cause])

  test('is named for every cause of a row, and only for those', () => {
    const causes = new Set<CauseId>(ALL_RETURN_CODES.flatMap((row) => row.causes))
    expect(Object.keys(CAUSE_ACTORS).sort()).toEqual([...causes].sort())
  })

  test('is, for a row, the actor of its most likely cause', () => {
    for (const row of ALL_RETURN_CODES) expect([row.key, row.actor]).toEqual([row.key, listActors(row)[0] ?? 'user'])
  })

  test('is the user for an expired token, and the integrator for the other causes of 120020', () => {
    expect(getRow('verify.120020').actor).toBe('user')
    expect(
      listActors(getRow('verify.120020'))
        .slice(1)
        .every((actor) => actor === 'integrator'),
    ).toBe(true)
  })

  test('is the integrator only for rows without a cause of another actor', () => {
    const rows = ALL_RETURN_CODES.filter((row) => row.actor === 'integrator')
    for (const row of rows) expect([row.key, ...new Set(listActors(row))]).toEqual([row.key, 'integrator'])
  })
})
