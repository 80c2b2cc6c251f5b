// The clock goes where it is told, but never to where dates end: a day that has no name has no limit either.
import type { Simulator } from '../src'
import { attempt, getToken, takeNumber, tokenOn, verify } from './support/phone'
import { started } from './support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await started()
})

test.each([
  ['before 1970', -1],
  ['after the year 9999', 253_402_300_800_000],
  ['never', Number.NaN],
  ['always', Number.POSITIVE_INFINITY],
])('it cannot be set to %s', (_, ms) => {
  expect(() => simulator.clock.set(ms)).toThrow(expect.objectContaining({ code: 'clockOutOfRange' }))
  expect(() => simulator.clock.advance(ms - simulator.clock.now())).toThrow('from 1970 to 9999')
  expect(Math.abs(simulator.clock.now() - Date.now())).toBeLessThan(60_000)
})

test('no number of small steps leads beyond', async () => {
  const century = 100 * 365 * 24 * 60 * 60_000
  const advance = async () => {
    const body = JSON.stringify({ advanceMs: century })
    const headers = { 'content-type': 'application/json' }
    return (await fetch(`${simulator.adminOrigin}/_sim/clock`, { method: 'POST', headers, body })).status
  }
  const statuses = []
  for (let step = 0; step < 85; step += 1) statuses.push(await advance())
  expect([statuses[0], statuses.at(-1)]).toEqual([200, 400])
  expect((await takeNumber(simulator.origin, attempt())).innerCode).toBe('000000')
})

test('a token made before the clock was set back is as good as it was', async () => {
  const token = await tokenOn(simulator.origin)
  simulator.clock.advance(-3_600_000)
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
})

test('what was made in a future that is taken back lives from then on no longer than anything else', async () => {
  simulator.clock.advance(86_400_000)
  const ids = attempt()
  await takeNumber(simulator.origin, ids)
  const token = await tokenOn(simulator.origin)
  simulator.clock.reset()
  simulator.clock.advance(600_001)
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '130030' })
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('120020')
})

test('nor do its unused tokens count for longer', async () => {
  simulator.clock.advance(86_400_000)
  for (let count = 0; count < 30; count += 1) await tokenOn(simulator.origin)
  simulator.clock.reset()
  simulator.clock.advance(600_001)
  expect(await tokenOn(simulator.origin)).toEqual(expect.any(String))
})
