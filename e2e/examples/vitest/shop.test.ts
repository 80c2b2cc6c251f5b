// The carrier in a shop's own tests, with Vitest.
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nextStep, SHOP_PUBLIC_KEY } from '../shop'

let sim: Simulator
beforeEach(async () => {
  sim = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [SHOP_PUBLIC_KEY] }] })
})
afterEach(() => sim.stop())

test('the carrier gives a token', async () => {
  expect(await nextStep(sim.origin, vi.fn())).toEqual({ token: expect.any(String) })
})

test('a refused signature is an alarm, and a text message for this user', async () => {
  sim.once('getToken', { code: '130018' })
  const alarm = vi.fn()
  expect(await nextStep(sim.origin, alarm)).toBe('textMessage')
  expect(alarm).toHaveBeenCalledWith('the carrier refuses our signature')
})

test('two busy moments, and the third user has a token again', async () => {
  sim.fault({ call: 'getToken', effect: { code: '103911' }, times: 2 })
  const users = [1, 2, 3].map(() => () => nextStep(sim.origin, vi.fn()))
  const steps = []
  for (const user of users) steps.push(await user())
  expect(steps).toEqual(['textMessage', 'textMessage', { token: expect.any(String) }])
})
