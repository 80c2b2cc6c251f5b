// Tests a shop's login against the simulator, with Vitest.
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chooseNextStep, SHOP_PUBLIC_KEY } from '../shop'

let sim: Simulator
beforeEach(async () => {
  sim = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [SHOP_PUBLIC_KEY] }] })
})
afterEach(() => sim.stop())

test('a user on China Mobile gets a token', async () => {
  expect(await chooseNextStep(sim.origin, vi.fn())).toEqual({ token: expect.any(String) })
})

test('a refused signature raises an alarm, and this user gets a text message', async () => {
  sim.once('getToken', { code: '130018' })
  const alarm = vi.fn()
  expect(await chooseNextStep(sim.origin, alarm)).toBe('textMessage')
  expect(alarm).toHaveBeenCalledWith('the carrier refuses our signature')
})

test('after two answers that the platform is busy, the third user gets a token', async () => {
  sim.fault({ call: 'getToken', effect: { code: '103911' }, times: 2 })
  const users = [1, 2, 3].map(() => () => chooseNextStep(sim.origin, vi.fn()))
  const steps = []
  for (const user of users) steps.push(await user())
  expect(steps).toEqual(['textMessage', 'textMessage', { token: expect.any(String) }])
})
