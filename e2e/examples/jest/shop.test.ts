// Tests a shop's login against the simulator, with Jest.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { chooseNextStep, SHOP_PUBLIC_KEY } from '../shop'

let sim: Simulator
beforeAll(async () => {
  sim = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [SHOP_PUBLIC_KEY] }] })
})
afterAll(() => sim.stop())

const alarm = jest.fn()
const logIn = () => chooseNextStep(sim.origin, alarm)

test('a refused signature raises an alarm for one user, and the next user gets a token', async () => {
  sim.once('getToken', { code: '130018' })
  expect(await logIn()).toBe('textMessage')
  expect(alarm).toHaveBeenCalledTimes(1)
  expect(await logIn()).toEqual({ token: expect.any(String) })
})

test('a user on Wi-Fi gets a text message and raises no alarm', async () => {
  alarm.mockClear()
  sim.once('getMobile', { code: '111002' })
  expect(await logIn()).toBe('textMessage')
  expect(alarm).not.toHaveBeenCalled()
})
