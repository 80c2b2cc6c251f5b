// Parsed with a TAP parser.
import { Parser } from 'tap-parser'
import { formatTap } from '../../src/report/tap'
import { FAILED, ONE_OF_EACH, PASSED } from '../support/results'

interface Point {
  readonly ok: boolean
  readonly id: number
  readonly name: string
  readonly skip?: string
  readonly diag?: unknown
}

/** Returns the test points of a document, and what the parser does not understand. */
function parse(document: string) {
  const events = Parser.parse(document, { strict: true }) as readonly (readonly [string, ...unknown[]])[]
  const of = (kind: string) => events.filter(([name]) => name === kind).map(([, value]) => value)
  return { points: of('assert') as Point[], versions: of('version'), complete: of('complete'), extra: of('extra') }
}

describe('the TAP report', () => {
  test('is TAP 14 with every scenario in its plan', () => {
    expect(formatTap(ONE_OF_EACH, 'en')).toMatch(/^TAP version 14\n1\.\.3\n/)
    const { points, complete, extra } = parse(formatTap(ONE_OF_EACH, 'en'))
    expect(points.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(complete).toEqual([expect.objectContaining({ count: 3, pass: 2, fail: 1, skip: 1 })])
    expect(extra).toEqual([])
  })

  test('names scenarios by id, and title in the chosen language', () => {
    expect(parse(formatTap([PASSED], 'en')).points[0]).toMatchObject({ ok: true, name: '@first_000 rule #1 \\ one' })
    expect(parse(formatTap([PASSED], 'zh')).points[0]?.name).toBe('@first_000 规则 #1')
  })

  test('contains reason and source of each failure', () => {
    expect(parse(formatTap([FAILED], 'en')).points[0]).toMatchObject({
      ok: false,
      diag: { message: 'expected "000": <came 001>', source: 'S appendix 130018', basis: 'documented' },
    })
  })

  test('skips scenarios that are not applicable, and names the option that they need', () => {
    expect(formatTap(ONE_OF_EACH, 'en')).toContain(
      'ok 3 - @third_clock rule \\#1 \\\\ one # SKIP not applicable: needs --control\n',
    )
    expect(parse(formatTap(ONE_OF_EACH, 'en')).points[2]?.skip).toBe('not applicable: needs --control')
  })

  test('has an empty plan without scenarios', () => {
    expect(formatTap([], 'en')).toBe('TAP version 14\n1..0\n')
  })
})
