// What a program can do with a running simulator.
import { DEMO_APP, type Simulator, type SimulatorState } from '../src'
import { fetchHandsetAs } from './support/host'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from './support/phone'
import { startTestSimulator } from './support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

const requestToken = async () => {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  return getToken(simulator.origin, ids)
}

test('once makes one call fail', async () => {
  simulator.once('getToken', { code: '130018' })
  expect(await requestToken()).toMatchObject({ code: '130018', token: '' })
  expect(await requestToken()).toMatchObject({ code: '000000' })
})

test('a fault can be cleared before it happens', async () => {
  simulator.once('getToken', { code: '130018' }).clear()
  expect(await requestToken()).toMatchObject({ code: '000000' })
})

test('a fault of one handset does not concern other handsets', async () => {
  simulator.fault({ call: 'getMobile', effect: { code: '999999' }, handset: 'cm-4g', times: null })
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('000000')
  simulator.setActiveHandset('cm-4g')
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('999999')
  simulator.clearFaults()
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('000000')
})

test('a verify fault of one handset concerns the tokens that this handset obtained', async () => {
  simulator.fault({ call: 'verify', effect: { code: '121011' }, handset: 'cm-4g', times: null })
  const tokens = [await obtainToken(simulator.origin)]
  simulator.setActiveHandset('cm-4g')
  tokens.push(await obtainToken(simulator.origin))
  const [own, other] = tokens.map((each) => verify(simulator, { phone: '13800138000', token: each }))
  expect([await own, await other]).toEqual(['000', '121011'])
  expect(await verify(simulator, { phone: '13800138000', token: 'C'.repeat(48) })).toBe('120020')
})

test('a verify fault works without the trace of the login, and for a handset named by its number', async () => {
  simulator.fault({ call: 'verify', effect: { code: '121011' }, handset: 'cm-5g', times: null })
  const cleared = await obtainToken(simulator.origin)
  await fetch(`${simulator.adminOrigin}/_sim/traces`, { method: 'DELETE' })
  expect(await verify(simulator, { phone: '13800138000', token: cleared })).toBe('121011')
  await simulator.addHandset({ id: '13912345678', label: '', msisdn: '13912345678', carrier: 'CM', network: '5g' })
  simulator.fault({ call: 'verify', effect: { code: '110004' }, handset: '13912345678', times: null })
  simulator.setActiveHandset('13912345678')
  const numbered = await obtainToken(simulator.origin)
  expect(await verify(simulator, { phone: '13912345678', token: numbered })).toBe('110004')
})

test('removing a handset clears its faults', async () => {
  simulator.fault({ call: 'getMobile', effect: { status: 503 }, handset: 'cm-wifi', times: null })
  simulator.fault({ call: 'getMobile', effect: { status: 503 }, handset: 'cm-4g', times: null })
  await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-wifi`, { method: 'DELETE' })
  const state = (await (await fetch(`${simulator.adminOrigin}/_sim/state`)).json()) as SimulatorState
  expect(state.faults.map(({ handset }) => handset)).toEqual(['cm-4g'])
})

test.each(['constructor', 'toString', '__proto__'])('the forced code %s is answered as text', async (code) => {
  simulator.updateApp(DEMO_APP.appId, { codes: 'family' })
  const own = await obtainToken(simulator.origin)
  simulator.once('verify', { code })
  expect(await verify(simulator, { phone: '13800138000', token: own })).toBe(code)
  expect(simulator.traces(1)).toMatchObject([{ outcome: 'failed', lastCode: code }])
})

test('a forced code spends no token', async () => {
  const kept = await obtainToken(simulator.origin)
  simulator.once('verify', { code: '999999' })
  expect(await verify(simulator, { phone: '13800138000', token: kept })).toBe('999999')
  expect(await verify(simulator, { phone: '13800138000', token: kept })).toBe('000')
})

test('a verify call whose answer is dropped has spent its token', async () => {
  const lost = await obtainToken(simulator.origin)
  simulator.once('verify', { drop: 'answer' })
  await expect(verify(simulator, { phone: '13800138000', token: lost })).rejects.toThrow('fetch failed')
  expect(await verify(simulator, { phone: '13800138000', token: lost })).toBe('120020')
})

test('traces show the faults that were applied', async () => {
  simulator.once('getMobile', { status: 503 })
  await fetch(`${simulator.origin}/NumberAbility/h5/getMobile.htm`)
  expect(simulator.traces(1)).toMatchObject([
    {
      outcome: 'failed',
      lastCode: 'HTTP 503',
      exchanges: [{ faults: [{ status: 503 }], answer: { status: 503, outerCode: '', innerCode: '' } }],
    },
  ])
})

test('the clock can be advanced, set and reset', () => {
  const before = simulator.clock.now()
  simulator.clock.advance(60_000)
  expect(simulator.clock.now() - before).toBeGreaterThanOrEqual(60_000)
  simulator.clock.set(0)
  expect(simulator.clock.now()).toBeLessThan(60_000)
  simulator.clock.reset()
  expect(Math.abs(simulator.clock.now() - Date.now())).toBeLessThan(60_000)
})

test('stopping the simulator during a delay ends it without an error', async () => {
  const errors: unknown[] = []
  const slow = await startTestSimulator({ onError: (error) => errors.push(error) })
  slow.once('getMobile', { delayMs: 600_000 })
  const request = fetch(`${slow.origin}/NumberAbility/h5/getMobile.htm`)
  while (slow.traces().length === 0) await new Promise(setImmediate)
  await slow.stop()
  await expect(request).rejects.toThrow('fetch failed')
  expect(errors).toEqual([])
})

describe('magic numbers', () => {
  test.each([
    ['16001111002', '111002'],
    ['16001999999', '999999'],
  ])('%s as the SIM’s number makes getMobile answer %s', async (msisdn, code) => {
    simulator.updateHandset('cm-5g', { msisdn })
    expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe(code)
  })

  test('a magic number of getToken can be retrieved first', async () => {
    simulator.updateHandset('cm-5g', { msisdn: '16002103605' })
    expect(await requestToken()).toMatchObject({ code: '103605', token: '' })
  })

  test.each([
    ['16003120020', '120020'],
    ['16003000001', '001'],
  ])('%s as the typed number makes verify answer %s', async (phone, code) => {
    expect(await verify(simulator, { phone, token: await obtainToken(simulator.origin) })).toBe(code)
  })

  test('the magic number of 001 spends the token', async () => {
    const own = await obtainToken(simulator.origin)
    expect(await verify(simulator, { phone: '16003000001', token: own })).toBe('001')
    expect(await verify(simulator, { phone: '13800138000', token: own })).toBe('120020')
    expect(await verify(simulator, { phone: '16003000001', token: 'C'.repeat(48) })).toBe('120020')
  })

  test('the magic number of the code 0 gets no answer', async () => {
    simulator.updateHandset('cm-5g', { msisdn: '16002000000' })
    await expect(requestToken()).rejects.toThrow('fetch failed')
  })

  test('a phone number as host name is a handset without any setup', async () => {
    expect(await fetchHandsetAs(simulator.origin, '16001110027.localhost')).toMatchObject({
      carrier: 'CM',
      network: '5g',
      msisdnMasked: '160****0027',
    })
    expect(await fetchHandsetAs(simulator.origin, '160011100271.localhost')).toMatchObject({ code: 'unknownHandset' })
  })
})
