// Read back with a parser that is not ours.
import { Parser } from 'tap-parser'
import { tapReport } from '../../src/report/tap'
import { FAILED, ONE_OF_EACH, PASSED } from '../support/results'

interface Point {
  readonly ok: boolean
  readonly id: number
  readonly name: string
  readonly skip?: string
  readonly diag?: unknown
}

/** The test points of a document, and what the parser holds against it. */
function parsed(document: string) {
  const events = Parser.parse(document, { strict: true }) as readonly (readonly [string, ...unknown[]])[]
  const of = (kind: string) => events.filter(([name]) => name === kind).map(([, value]) => value)
  return { points: of('assert') as Point[], versions: of('version'), complete: of('complete'), extra: of('extra') }
}

describe('the TAP report', () => {
  test('is version 14 and plans every scenario', () => {
    expect(tapReport(ONE_OF_EACH, 'en')).toMatch(/^TAP version 14\n1\.\.3\n/)
    const { points, complete, extra } = parsed(tapReport(ONE_OF_EACH, 'en'))
    expect(points.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(complete).toEqual([expect.objectContaining({ count: 3, pass: 2, fail: 1, skip: 1 })])
    expect(extra).toEqual([])
  })

  test('names a scenario by its id and its title in the language asked for', () => {
    expect(parsed(tapReport([PASSED], 'en')).points[0]).toMatchObject({ ok: true, name: '@first_000 rule #1 \\ one' })
    expect(parsed(tapReport([PASSED], 'zh')).points[0]?.name).toBe('@first_000 规则 #1')
  })

  test('says of a failure why, and where the rule is written', () => {
    expect(parsed(tapReport([FAILED], 'en')).points[0]).toMatchObject({
      ok: false,
      diag: { message: 'expected "000": <came 001>', source: 'S appendix 130018', basis: 'documented' },
    })
  })

  test('skips what is not applicable, naming what it needs', () => {
    expect(tapReport(ONE_OF_EACH, 'en')).toContain(
      'ok 3 - @third_clock rule \\#1 \\\\ one # SKIP not applicable: needs --control\n',
    )
    expect(parsed(tapReport(ONE_OF_EACH, 'en')).points[2]?.skip).toBe('not applicable: needs --control')
  })

  test('of no scenario is an empty plan', () => {
    expect(tapReport([], 'en')).toBe('TAP version 14\n1..0\n')
  })
})
