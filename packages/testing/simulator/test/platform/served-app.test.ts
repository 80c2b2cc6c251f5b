// Whether the platform serves an app: all three calls make the same checks.
import type { AppPatch, Simulator } from '../../src'
import { REGISTERED_APP } from '../support/customer'
import { createAttempt, getToken, obtainToken, retrieveNumber, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const NOW = Date.UTC(2026, 5, 1)

async function callAll(simulator: Simulator, patch: AppPatch) {
  const ids = createAttempt()
  await retrieveNumber(simulator.origin, ids)
  const token = await obtainToken(simulator.origin)
  simulator.updateApp(REGISTERED_APP.appId, patch)
  return [
    (await retrieveNumber(simulator.origin, createAttempt())).innerCode,
    (await getToken(simulator.origin, ids)).code,
    await verify(simulator, { phone: '13800138000', token }),
  ]
}

test.each<[string, AppPatch, string]>([
  ['that has expired', { expiresAt: NOW }, '110025'],
  ['whose contract is not bound', { contract: 'unbound' }, '110027'],
  ['whose balance is used up', { balance: 0 }, '110027'],
  ['whose configuration is not in effect yet', { effectiveAt: NOW + 1 }, '110027'],
  ['without the capability', { capability: false }, '110027'],
  ['without a customer public key', { customerPublicKeys: [] }, '103605'],
  ['that only the test line knows', { lines: ['test'] }, '103605'],
])('all three calls answer their code for an app %s', async (_, patch, code) => {
  const simulator = await startTestSimulator({ now: () => NOW })
  expect(await callAll(simulator, patch)).toEqual([code, code, code])
})

test('an app that has not expired is served', async () => {
  const simulator = await startTestSimulator({ now: () => NOW })
  expect(await callAll(simulator, { expiresAt: NOW + 1 })).toEqual(['000000', '000000', '000'])
})

test('each comparison costs one check of the balance, and a refusal costs none', async () => {
  const simulator = await startTestSimulator({ apps: [{ ...REGISTERED_APP, balance: 2 }] })
  const check = async (phone: string, over = {}) =>
    verify(simulator, { phone, token: await obtainToken(simulator.origin), ...over })
  expect(await check('13800138000', { appKey: 'other' })).toBe('999999')
  expect(await check('13900139000')).toBe('001')
  expect(await check('13800138000')).toBe('000')
  expect((await retrieveNumber(simulator.origin, createAttempt())).innerCode).toBe('110027')
})
