// The wire's 17 digits: written for a zone, read without one, and judged against a clock.
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import fc from 'fast-check'
import type { ProtocolError } from '../src/errors'
import { formatTimestamp, measureClockSkew, parseTimestamp, SHANGHAI } from '../src/timestamp'
import { vectors } from './vectors/miniprogram-sdk.json'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOON = Date.UTC(2026, 5, 1, 4)

/** Milliseconds since 1970, from the year 1001 to 9998. */
const instant = fc
  .date({ min: new Date('1001-01-02T00:00:00Z'), max: new Date('9998-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.getTime())
/** −12…+14 h in quarter hours, as minutes east of UTC. */
const realOffset = fc.integer({ min: -48, max: 56 }).map((quarters) => quarters * 15)

describe('formatTimestamp', () => {
  test('writes year, month, day, hour, minute, second and milliseconds', () => {
    expect(formatTimestamp(Date.UTC(2026, 0, 2, 3, 4, 5, 6), 0)).toBe('20260102030405006')
  })

  test("writes Shanghai's wall clock eight hours ahead of UTC, in summer and winter", () => {
    expect(formatTimestamp(Date.UTC(2026, 11, 31, 16), SHANGHAI)).toBe('20270101000000000')
    expect(formatTimestamp(Date.UTC(2026, 6, 31, 16), SHANGHAI)).toBe('20260801000000000')
  })

  test.each(vectors.map((vector) => [vector.name, vector] as const))(
    "writes what the carrier's own SDK wrote on %s",
    (_, { input, output }) => {
      expect(formatTimestamp(input.epochMs, -input.timezoneOffset)).toBe(output.timestamp)
    },
  )

  // A process that asked its own zone would trip here: over a summer-time change of Los Angeles, one of Shanghai's own
  // old ones, and a new year that has come to Shanghai and not to America.
  const written = [
    [Date.UTC(2026, 2, 8, 9, 59), '20260308175900000'],
    [Date.UTC(2026, 2, 8, 10, 1), '20260308180100000'],
    [Date.UTC(1940, 5, 1, 16, 30), '19400602003000000'],
    [Date.UTC(9999, 11, 31, 16), 'timestampOutOfRange'],
  ] as const

  test.each([
    ['America/Los_Angeles', 480],
    ['Asia/Shanghai', -480],
    ['Asia/Kathmandu', -330],
    ['UTC', 0],
  ])('writes the same text in a process in %s', (zone, behindUtc) => {
    const script = `
      import { formatTimestamp, SHANGHAI } from ${JSON.stringify(resolve(__dirname, '../src/timestamp.ts'))}
      const texts = ${JSON.stringify(written)}.map(([at]) => {
        try { return formatTimestamp(at, SHANGHAI) } catch ({ code }) { return code }
      })
      process.stdout.write(JSON.stringify([new Date(0).getTimezoneOffset(), ...texts]))`
    const answer = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    expect(JSON.parse(answer)).toEqual([behindUtc, ...written.map(([, text]) => text)])
  })

  test.each([
    ['before the year 1000', Date.UTC(999, 0, 1)],
    ['after the year 9999', Date.UTC(10_000, 0, 1)],
    ['beyond all dates', 9e15],
    ['that is no number', Number.NaN],
  ])('refuses a clock that %s', (_, clock) => {
    const code = 'timestampOutOfRange' satisfies ProtocolError['code']
    expect(() => formatTimestamp(clock, SHANGHAI)).toThrow(expect.objectContaining({ name: 'ProtocolError', code }))
  })
})

describe('parseTimestamp', () => {
  test('reads back the wall clock that was written', () => {
    fc.assert(
      fc.property(instant, realOffset, (at, offset) => {
        const text = formatTimestamp(at, offset)
        expect(text).toMatch(/^\d{17}$/)
        expect(parseTimestamp(text)).toBe(at + offset * MINUTE)
      }),
    )
  })

  test.each(['20240229120000000', '20000229235959999', '20260131000000000', '19991231235959999'])(
    'reads %s',
    (text) => {
      expect(formatTimestamp(parseTimestamp(text) ?? Number.NaN, 0)).toBe(text)
    },
  )

  test.each([
    ['the 30th of February', '20260230120000000'],
    ['the 29th of February of a common year', '20260229120000000'],
    ['the 29th of February 1900, no leap year', '19000229120000000'],
    ['the 31st of June', '20260631120000000'],
    ['day 0', '20260600120000000'],
    ['month 0', '20260001120000000'],
    ['month 13', '20261301120000000'],
    ['hour 24', '20260601240000000'],
    ['minute 60', '20260601126000000'],
    ['second 60', '20260601120060000'],
    ['the year 26', '00260601120000000'],
    ['month 99 of the last year', '99999901120000000'],
    ['sixteen digits', '2026060112000000'],
    ['eighteen digits', '202606011200000000'],
    ['a space in front', ' 20260601120000000'],
    ['a line break behind', '20260601120000000\n'],
    ['separators', '2026-06-01 12:00:0'],
    ['a sign', '-2026060112000000'],
    ['full-width digits', '２０２６０６０１１２０００００００'],
    ['nothing', ''],
  ])('returns null for %s', (_, text) => {
    expect(parseTimestamp(text)).toBeNull()
  })

  test('reads of any 17 digits only those that are written back the same', () => {
    const nearly = fc.tuple(
      fc.integer({ min: 1000, max: 9999 }),
      fc.stringMatching(/^[0-3]\d[0-3]\d[0-2]\d[0-6]\d[0-6]\d{4}$/),
    )
    fc.assert(
      fc.property(nearly, ([year, rest]) => {
        const text = `${year}${rest}`
        const wall = parseTimestamp(text)
        return wall === null || formatTimestamp(wall, 0) === text
      }),
    )
  })
})

describe('measureClockSkew', () => {
  test('is 0 for a correct clock at any real offset, in summer and winter', () => {
    fc.assert(fc.property(instant, realOffset, (at, offset) => measureClockSkew(formatTimestamp(at, offset), at) === 0))
  })

  test('equals the clock’s error up to seven and a half minutes', () => {
    const skew = fc.integer({ min: -450_000, max: 450_000 })
    fc.assert(
      fc.property(instant, realOffset, skew, (at, offset, skew) => {
        expect(measureClockSkew(formatTimestamp(at + skew, offset), at)).toBe(Math.abs(skew))
      }),
    )
  })

  test('takes a clock that is eight minutes fast for one that is seven minutes slow in the next zone', () => {
    expect(measureClockSkew(formatTimestamp(NOON + 8 * MINUTE, SHANGHAI), NOON)).toBe(7 * MINUTE)
  })

  test.each([
    ['15 h east', 15 * 60, HOUR],
    ['13 h west', -13 * 60, HOUR],
    ['14 h 15 min east', 14 * 60 + 15, 15 * MINUTE],
    ['12 h 15 min west', -(12 * 60 + 15), 15 * MINUTE],
    ['30 h east', 30 * 60, 16 * HOUR],
    ['a year behind', -365 * 24 * 60, (365 * 24 - 12) * HOUR],
  ])('counts the distance to the last real offset for a clock %s', (_, offset, skew) => {
    expect(measureClockSkew(formatTimestamp(NOON, offset), NOON)).toBe(skew)
  })

  test('is measured beyond the last real offset, for fast and slow clocks', () => {
    expect(measureClockSkew(formatTimestamp(NOON + 1, 14 * 60), NOON)).toBe(1)
    expect(measureClockSkew(formatTimestamp(NOON - 1, -12 * 60), NOON)).toBe(1)
    expect(measureClockSkew(formatTimestamp(NOON + 8 * MINUTE, 14 * 60), NOON)).toBe(8 * MINUTE)
  })

  test('is null for a text that is not a timestamp', () => {
    expect(measureClockSkew('20260230120000000', NOON)).toBeNull()
    expect(measureClockSkew('', NOON)).toBeNull()
  })
})
