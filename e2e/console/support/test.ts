// Fixtures: a simulator per test, a client that logs in at it, and the console in the browser.
import { DEMO_APP, type Simulator, type SimulatorOptions, startSimulator } from '@local-number/simulator'
import { test as base, expect } from '@playwright/test'
import { ConsolePage } from './console-page'
import { createCustomer } from './customer'
import { LoginClient } from './login-client'

interface Fixtures {
  /** Options of this test's simulator. */
  readonly simulatorOptions: SimulatorOptions
  readonly simulator: Simulator
  readonly client: LoginClient
  readonly console: ConsolePage
}

const customer = createCustomer()

export const REGISTERED_APP = { ...DEMO_APP, customerPublicKeys: [customer.publicKey] }

/** English, on a wide screen. */
export const DESKTOP = { locale: 'en-US', viewport: { width: 1280, height: 860 } } as const

export const test = base.extend<Fixtures>({
  simulatorOptions: [{}, { option: true }],
  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startSimulator({ apps: [REGISTERED_APP], ...simulatorOptions })
    await use(simulator)
    await simulator.stop()
  },
  client: async ({ simulator }, use) => use(new LoginClient(simulator, customer)),
  console: async ({ page, simulator }, use) => {
    const shown = new ConsolePage(page, () => simulator.adminOrigin)
    await use(shown)
    expect(shown.hiddenErrors, 'errors that are not visible on the page').toEqual([])
  },
})

export { expect }
