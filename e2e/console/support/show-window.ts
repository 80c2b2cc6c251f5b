// A simulator with something to see: logins that went well, badly and halfway, and a fault that is on.
import type { Simulator } from '@local-number/simulator'
import { type Desk, newIds } from './desk'

export async function furnish(simulator: Simulator, desk: Desk): Promise<void> {
  simulator.setActiveHandset('cm-wifi')
  await desk.logIn()
  simulator.setActiveHandset('cm-5g')
  await desk.logIn({ phone: '13900139000' })
  simulator.once('getToken', { drop: 'answer' })
  await desk.logIn()
  await desk.takeNumber(newIds())
  await desk.logIn({ preSign: (text) => text.replace(/\d{17}/, '20260601115900000') })
  await desk.logIn()
  simulator.fault({ call: 'verify', effect: { delayMs: 2_000, jitterMs: 300, status: 503 }, times: null })
}
