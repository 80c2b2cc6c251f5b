// The list of scenarios itself.
import { ALL_RETURN_CODES, lookUp } from '@local-number/protocol/return-codes'
import { PLATFORM_SCENARIOS } from '../../src/platform/scenarios'
import { WITHOUT_SCENARIO } from '../../src/platform/without-scenario'

const toName = ({ call, code, cause }: { call: string; code: string; cause?: string }) => `${call}.${code} ${cause}`

describe('the scenarios of the platform suite', () => {
  test('have unique ids of one form', () => {
    const ids = PLATFORM_SCENARIOS.map(({ id }) => id)
    expect(ids.filter((id) => !/^@[a-zA-Z]+(?:_\d+)?_[a-z0-9_]+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(PLATFORM_SCENARIOS)('$id has a title in both languages', ({ title }) => {
    expect(title.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(title.en).toMatch(/^[\x20-\x7e]+$/)
  })

  test('expect codes that the registry lists for their call', () => {
    const unknown = PLATFORM_SCENARIOS.filter(({ call, code }) => code !== '0' && !isListed(call, code))
    expect(unknown.map(({ id }) => id)).toEqual([])
  })

  test('name causes that the registry lists for their code', () => {
    const wrong = PLATFORM_SCENARIOS.filter(({ id, call, code, cause }) => {
      // The registry lists causes in the document's dialect.
      if (!cause || id.startsWith('@family_')) return false
      return !lookUp(call, code).causes.includes(cause)
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('cover every cause of every code of the document, unless there is a reason', () => {
    const covered = new Set([...PLATFORM_SCENARIOS, ...WITHOUT_SCENARIO].map(toName))
    const rows = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'document')
    const expected = rows.flatMap(({ call, code, causes }) => causes.map((cause) => toName({ call, code, cause })))
    expect(expected.filter((name) => !covered.has(name))).toEqual([])
  })

  test('cover every code of the family, unless there is a reason', () => {
    const toCode = ({ call, code }: { call: string; code: string }) => `${call}.${code}`
    const covered = new Set([...PLATFORM_SCENARIOS, ...WITHOUT_SCENARIO].map(toCode))
    const family = ALL_RETURN_CODES.filter(({ dialect }) => dialect === 'family')
    expect(family.map(toCode).filter((name) => !covered.has(name))).toEqual([])
  })

  test('exist for no cause that has a reason for its absence', () => {
    const covered = new Set(PLATFORM_SCENARIOS.map(toName))
    expect(WITHOUT_SCENARIO.map(toName).filter((name) => covered.has(name))).toEqual([])
  })
})

function isListed(call: (typeof PLATFORM_SCENARIOS)[number]['call'], code: string): boolean {
  // A loaded image has no code.
  return (call === 'getMobile' && code === '000000') || lookUp(call, code).known
}
