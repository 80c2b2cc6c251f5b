// Whether the platform serves an app at all: the same checks stand before each of the three calls.
import type { AppPatch, Simulator } from '../../src'
import { FILED_APP } from '../support/customer'
import { attempt, getToken, takeNumber, tokenOn, verify } from '../support/phone'
import { started } from '../support/start'

const NOW = Date.UTC(2026, 5, 1)

async function answersOfAllCalls(simulator: Simulator, patch: AppPatch) {
  const ids = attempt()
  await takeNumber(simulator.origin, ids)
  const token = await tokenOn(simulator.origin)
  simulator.updateApp(FILED_APP.appId, patch)
  return [
    (await takeNumber(simulator.origin, attempt())).innerCode,
    (await getToken(simulator.origin, ids)).code,
    await verify(simulator, { phone: '13800138000', token }),
  ]
}

test.each<[string, AppPatch, string]>([
  ['whose time is over', { expiresAt: NOW }, '110025'],
  ['whose contract is not bound', { contract: 'unbound' }, '110027'],
  ['whose balance is used up', { contract: 'noBalance' }, '110027'],
  ['whose configuration is not in effect yet', { contract: 'notYetInEffect' }, '110027'],
  ['without a customer public key', { customerPublicKey: null }, '103605'],
  ['that only the test line knows', { lines: ['test'] }, '103605'],
])('an app %s', async (_, patch, code) => {
  const simulator = await started({ now: () => NOW })
  expect(await answersOfAllCalls(simulator, patch)).toEqual([code, code, code])
})

test('an app with time left is served', async () => {
  const simulator = await started({ now: () => NOW })
  expect(await answersOfAllCalls(simulator, { expiresAt: NOW + 1 })).toEqual(['000000', '000000', '000'])
})
