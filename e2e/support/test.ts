// The tests' own fixtures: a stack per test, and the login page as a person sees it.
import { fileURLToPath } from 'node:url'
import { ANY_PORTS, type Stack, type StackOptions, startStack } from '@local-number/stack'
import { test as base, expect } from '@playwright/test'
import { Clock } from './clock'
import { LoginPage } from './login-page'

const DEMO = fileURLToPath(new URL('../../apps/demo/dist/h5', import.meta.url))
const DATA = fileURLToPath(new URL('../.data', import.meta.url))

interface Fixtures {
  /** What differs in this test's stack. */
  readonly stackOptions: Pick<StackOptions, 'env' | 'tls'>
  /** The clock of carrier and backend; the page's own is moved with it. */
  readonly clock: Clock
  /** What the carrier saw, one masked line per message. */
  readonly carrierLog: string[]
  readonly stack: Stack
  readonly login: LoginPage
}

export const test = base.extend<Fixtures>({
  stackOptions: [{}, { option: true }],
  clock: async ({ page }, use) => use(new Clock(page)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  carrierLog: async ({}, use) => use([]),
  stack: async ({ stackOptions, clock, carrierLog }, use) => {
    const { env, tls } = stackOptions
    const stack = await startStack({
      demoFolder: DEMO,
      env: { ...ANY_PORTS, DATA_DIR: DATA, ...env },
      tls,
      now: clock.now,
      onCarrierMessage: (line) => carrierLog.push(line),
    })
    await use(stack)
    await stack.stop()
  },
  login: async ({ page, stack }, use, testInfo) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await use(new LoginPage(page, stack, testInfo))
    expect(errors, 'the page threw').toEqual([])
  },
})

export { expect }
