// Fills a simulator with logins that succeeded, failed and stopped halfway, and with an active fault.
import type { Simulator } from '@local-number/simulator'
import { createIds, type LoginClient } from './login-client'

export async function seedLogins(simulator: Simulator, client: LoginClient): Promise<void> {
  simulator.setActiveHandset('cm-wifi')
  await client.logIn()
  simulator.setActiveHandset('cm-5g')
  await client.logIn({ phone: '13900139000' })
  simulator.once('getToken', { drop: 'answer' })
  await client.logIn()
  await client.retrieveNumber(createIds())
  await client.logIn({ preSign: (text) => text.replace(/\d{17}/, '20260601115900000') })
  await client.logIn()
  simulator.fault({ call: 'verify', effect: { delayMs: 2_000, jitterMs: 300, status: 503 }, times: null })
}
