// The carrier in a shop's own tests, with Jest.
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { DEMO_APP, type Simulator, startSimulator } from '@local-number/simulator'
import { nextStep, SHOP_PUBLIC_KEY } from '../shop'

let sim: Simulator
beforeAll(async () => {
  sim = await startSimulator({ apps: [{ ...DEMO_APP, customerPublicKeys: [SHOP_PUBLIC_KEY] }] })
})
afterAll(() => sim.stop())

const alarm = jest.fn()
const user = () => nextStep(sim.origin, alarm)

test('a refused signature is an alarm, for one user, and the next has a token', async () => {
  sim.once('getToken', { code: '130018' })
  expect(await user()).toBe('textMessage')
  expect(alarm).toHaveBeenCalledTimes(1)
  expect(await user()).toEqual({ token: expect.any(String) })
})

test('on Wi-Fi there is a text message, and nobody is woken up', async () => {
  alarm.mockClear()
  sim.once('getMobile', { code: '111002' })
  expect(await user()).toBe('textMessage')
  expect(alarm).not.toHaveBeenCalled()
})
