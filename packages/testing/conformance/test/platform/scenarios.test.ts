// The table itself.
import { ALL_RETURN_CODES, lookUp } from '@local-number/protocol/return-codes'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { WITHOUT_SCENARIO } from '../../src/platform/without-scenario'

const nameOf = ({ call, code, cause }: { call: string; code: string; cause?: string }) => `${call}.${code} ${cause}`

describe('the scenarios of a platform', () => {
  test('have ids of one form, each once', () => {
    const ids = PLATFORM_SCENARIOS.map(({ id }) => id)
    expect(ids.filter((id) => !/^@[a-zA-Z]+(?:_\d+)?_[a-z0-9_]+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(PLATFORM_SCENARIOS)('$id has its title in both languages', ({ title }) => {
    expect(title.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(title.en).toMatch(/^[\x20-\x7e]+$/)
  })

  test('answer with codes that the protocol lists for their call', () => {
    const unknown = PLATFORM_SCENARIOS.filter(({ call, code }) => code !== '0' && !isListed(call, code))
    expect(unknown.map(({ id }) => id)).toEqual([])
  })

  test('name causes that the protocol lists for their code', () => {
    const wrong = PLATFORM_SCENARIOS.filter(({ id, call, code, cause }) => {
      // The other dialect's row of a code need not repeat its causes.
      if (!cause || id.startsWith('@family_')) return false
      return !lookUp(call, code).causes.includes(cause)
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('reach every cause of every code of the document, or there is a reason', () => {
    const reached = new Set([...PLATFORM_SCENARIOS, ...WITHOUT_SCENARIO].map(nameOf))
    const rows = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'document')
    const wanted = rows.flatMap(({ call, code, causes }) => causes.map((cause) => nameOf({ call, code, cause })))
    expect(wanted.filter((name) => !reached.has(name))).toEqual([])
  })

  test('and every code of the sister editions', () => {
    const codeOf = ({ call, code }: { call: string; code: string }) => `${call}.${code}`
    const reached = new Set([...PLATFORM_SCENARIOS, ...WITHOUT_SCENARIO].map(codeOf))
    const family = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'family')
    expect(family.map(codeOf).filter((name) => !reached.has(name))).toEqual([])
  })

  test('and no reason stands where there is a scenario', () => {
    const reached = new Set(PLATFORM_SCENARIOS.map(nameOf))
    expect(WITHOUT_SCENARIO.map(nameOf).filter((name) => reached.has(name))).toEqual([])
  })
})

function isListed(call: (typeof PLATFORM_SCENARIOS)[number]['call'], code: string): boolean {
  // An image that loads has no code.
  return (call === 'getMobile' && code === '000000') || lookUp(call, code).known
}
