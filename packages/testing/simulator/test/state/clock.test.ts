// The clock can be moved anywhere between 1970 and 9999: later dates have no four-digit year, and so no daily limit.
import type { Simulator } from '../../src'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const NOW = Date.UTC(2026, 5, 1)

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator({ now: () => NOW })
})

test.each([
  ['before 1970', -1],
  ['after the year 9999', 253_402_300_800_000],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
])('the clock cannot be set or advanced to a time %s', (_, ms) => {
  expect(() => simulator.clock.set(ms)).toThrow(expect.objectContaining({ code: 'clockOutOfRange' }))
  expect(() => simulator.clock.advance(ms - NOW)).toThrow('the years 1970 to 9999')
  expect(simulator.clock.now()).toBe(NOW)
})

test.each([0, 253_402_300_799_999])('the clock can be set and advanced to %d', (ms) => {
  simulator.clock.set(ms)
  expect(simulator.clock.now()).toBe(ms)
  simulator.clock.reset()
  simulator.clock.advance(ms - NOW)
  expect(simulator.clock.now()).toBe(ms)
})

test('many small steps cannot leave the range either', async () => {
  const century = 100 * 365 * 24 * 60 * 60_000
  const advance = async () => {
    const body = JSON.stringify({ advanceMs: century })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${simulator.adminOrigin}/_sim/clock`, { method: 'POST', headers, body })).status
  }
  const statuses = []
  for (let step = 0; step < 85; step += 1) statuses.push(await advance())
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 400])
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('000000')
})

test('a token issued before the clock was set back stays valid', async () => {
  const token = await obtainToken(simulator.origin)
  simulator.clock.advance(-3_600_000)
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
})

test('retrievals and tokens from before a clock reset expire ten minutes and one minute after it', async () => {
  simulator.clock.advance(86_400_000)
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const token = await obtainToken(simulator.origin)
  simulator.clock.reset()
  simulator.clock.advance(600_001)
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '130030' })
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('120020')
})

test('unused tokens issued before a clock reset expire after ten minutes', async () => {
  simulator.clock.advance(86_400_000)
  for (let count = 0; count < 30; count += 1) await obtainToken(simulator.origin)
  simulator.clock.reset()
  simulator.clock.advance(600_001)
  expect(await obtainToken(simulator.origin)).toEqual(expect.any(String))
})
