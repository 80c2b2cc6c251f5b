// A simulator per test, a desk to make calls from, and the console in the browser.
import { DEMO_APP, type Simulator, type SimulatorOptions, startSimulator } from '@local-number/simulator'
import { test as base, expect } from '@playwright/test'
import { ConsolePage } from './console-page'
import { newCustomer } from './customer'
import { Desk } from './desk'

interface Fixtures {
  /** What differs in this test's simulator. */
  readonly simulatorOptions: SimulatorOptions
  readonly simulator: Simulator
  readonly desk: Desk
  readonly console: ConsolePage
}

const customer = newCustomer()

export const FILED_APP = { ...DEMO_APP, customerPublicKeys: [customer.publicKey] }

/** An English reader at a desk. */
export const AT_A_DESK = { locale: 'en-US', viewport: { width: 1280, height: 860 } } as const

export const test = base.extend<Fixtures>({
  simulatorOptions: [{}, { option: true }],
  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startSimulator({ apps: [FILED_APP], ...simulatorOptions })
    await use(simulator)
    await simulator.stop()
  },
  desk: async ({ simulator }, use) => use(new Desk(simulator, customer)),
  console: async ({ page, simulator }, use) => {
    const shown = new ConsolePage(page, () => simulator.adminOrigin)
    await use(shown)
    expect(shown.problems, 'what no person sees').toEqual([])
  },
})

export { expect }
