// A change that cannot be saved, as on a full disk, has no effect, and the platform answers "系统异常".
import type { Database } from '../../src/storage/database'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const opened: Database.Database[] = []

jest.mock('../../src/storage/database', () => {
  const actual = jest.requireActual('../../src/storage/database')
  const openDatabase = (file: string) => {
    const database = actual.openDatabase(file)
    opened.push(database)
    return database
  }
  return { ...actual, openDatabase }
})

/** SQLite refuses every write until it is allowed again. */
const allowWrites = (isAllowed: boolean) => opened.at(-1)?.exec(`PRAGMA query_only = ${isAllowed ? 'OFF' : 'ON'}`)

async function startWithFault() {
  const failures: unknown[] = []
  const simulator = await startTestSimulator({ onError: (error) => failures.push(error) })
  const fault = simulator.fault({ call: 'verify', effect: { status: 503 }, times: 3, handset: 'ct-5g' })
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${simulator.adminOrigin}/_sim/${path}`, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
    })
  const readState = async () => {
    const { clock, ...rest } = (await (await ask('GET', 'state')).json()) as { clock: { offsetMs: number } }
    return { ...rest, offsetMs: clock.offsetMs }
  }
  return { simulator, fault, failures, ask, readState }
}

const APP = { appId: '300011877499', appKey: 'C0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5' }
const HANDSET = { id: 'new', label: 'new', msisdn: null, carrier: 'CM', network: '5g' }

test.each([
  ['POST', 'apps', APP],
  ['PATCH', 'apps/300011877495', { dailyLimit: 3 }],
  ['DELETE', 'apps/300011877495', undefined],
  ['POST', 'handsets', HANDSET],
  ['PATCH', 'handsets/cm-4g', { network: 'wifi' }],
  ['DELETE', 'handsets/ct-5g', undefined],
  ['PUT', 'handsets/active', { id: 'cm-4g' }],
  ['PUT', 'handsets/cm-4g/network', { network: 'none' }],
  ['POST', 'faults', { call: 'getToken', effect: { status: 503 } }],
  ['DELETE', 'faults', undefined],
  ['POST', 'clock', { advanceMs: 60_000 }],
  ['POST', 'clock', { advanceMs: -60_000 }],
])('%s /_sim/%s has no effect if it cannot be saved, and has one afterwards', async (method, path, body) => {
  const { failures, ask, readState } = await startWithFault()
  const before = await readState()
  allowWrites(false)
  expect((await ask(method, path, body)).status).toBe(500)
  expect(await readState()).toEqual(before)
  expect(failures).toHaveLength(1)
  allowWrites(true)
  expect((await ask(method, path, body)).ok).toBe(true)
  expect(await readState()).not.toEqual(before)
})

test('one fault that cannot be cleared stays on', async () => {
  const { simulator, fault, ask, readState } = await startWithFault()
  allowWrites(false)
  expect(() => fault.clear()).toThrow()
  expect((await ask('DELETE', `faults/${fault.id}`)).status).toBe(500)
  expect(await readState()).toMatchObject({ faults: [{ id: fault.id, times: 3 }] })
  allowWrites(true)
  simulator.clearFaults()
  expect(await readState()).toMatchObject({ faults: [] })
})

test('a carrier call that cannot be saved is answered 999999, and the next one works', async () => {
  const { simulator, failures } = await startWithFault()
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const token = await obtainToken(simulator.origin)
  allowWrites(false)
  const image = await retrieveNumber(simulator.origin, createAttempt())
  expect(image).toMatchObject({ status: 500, outerCode: '500', innerCode: '999999' })
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '999999', token: '' })
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('999999')
  expect(failures).toHaveLength(3)
  allowWrites(true)
  expect(await getToken(simulator.origin, ids)).toMatchObject({ code: '000000' })
  expect(await verify(simulator, { phone: '13800138000', token })).toBe('000')
})
