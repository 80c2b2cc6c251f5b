// Playwright fixtures: a stack per test, and the demo in the project's build.
import { fileURLToPath } from 'node:url'
import { ANY_PORTS, type Stack, type StackOptions, startStack } from '@local-number/stack'
import type { DeviceSettings, Host } from '@local-number/weapp-runtime'
import { test as base, expect } from '@playwright/test'
import { Clock } from './clock'
import { H5LoginPage } from './h5-login-page'
import type { LoginPage } from './login-page'
import { Traffic } from './traffic'
import { WeappLoginPage } from './weapp-login-page'

const DEMO = fileURLToPath(new URL('../../apps/demo/dist/h5', import.meta.url))
const DATA = fileURLToPath(new URL('../.data', import.meta.url))

export interface ProjectOptions {
  /** The build under test. */
  readonly build: 'h5' | 'weapp'
}

interface Fixtures extends ProjectOptions {
  /** Options of this test's stack. */
  readonly stackOptions: Pick<StackOptions, 'env' | 'secure' | 'verifyCaptcha'>
  /** Host at which the phone finds the carrier: an IP address, or `localhost` for a host name. */
  readonly carrierHost: '127.0.0.1' | 'localhost'
  /** Settings of this test's phone; mini-programs only. */
  readonly phone: Partial<DeviceSettings>
  /** What WeChat's servers do; mini-programs only. */
  readonly wechatHost: Partial<Host>
  /** The clock of carrier and backend. `advance` moves the page's clock with it. */
  readonly clock: Clock
  /** The messages that the carrier received: one line each, numbers masked. */
  readonly carrierLog: string[]
  readonly stack: Stack
  readonly login: LoginPage
  /** Another phone behind the same address. */
  readonly neighbor: LoginPage
}

/** For a page beside the test's own. */
export function createLoginPage(
  build: ProjectOptions['build'],
  phone: Partial<DeviceSettings>,
  places: ConstructorParameters<typeof H5LoginPage>,
): LoginPage {
  return build === 'h5' ? new H5LoginPage(...places) : new WeappLoginPage(...places, phone)
}

export const test = base.extend<Fixtures>({
  build: ['h5', { option: true }],
  stackOptions: [{}, { option: true }],
  carrierHost: ['127.0.0.1', { option: true }],
  phone: [{}, { option: true }],
  wechatHost: [{}, { option: true }],
  clock: async ({ page }, use) => use(new Clock(page)),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  carrierLog: async ({}, use) => use([]),
  stack: async ({ stackOptions, clock, carrierLog, build }, use) => {
    const { env, ...options } = stackOptions
    const stack = await startStack({
      demoFolder: build === 'h5' ? DEMO : undefined,
      env: { ...ANY_PORTS, DATA_DIR: DATA, ...env },
      ...options,
      now: clock.now,
      onCarrierMessage: (line) => carrierLog.push(line),
    })
    await use(stack)
    await stack.stop()
  },
  login: async ({ page, stack, phone, carrierHost, wechatHost, build }, use, testInfo) => {
    const login = createLoginPage(build, phone, [page, new Traffic(), { stack, carrierHost, wechatHost }, testInfo])
    await use(login)
    expect(await login.readProblems(), 'errors that the user does not see').toEqual([])
  },
  neighbor: async ({ context, stack, phone, carrierHost, build }, use, testInfo) => {
    const page = await context.newPage()
    await use(createLoginPage(build, phone, [page, new Traffic(), { stack, carrierHost }, testInfo]))
    await page.close()
  },
})

/** For tests of features that only mini-programs have. */
export const weappTest = test.extend<{ readonly miniProgram: WeappLoginPage }>({
  miniProgram: async ({ login }, use) => {
    if (!(login instanceof WeappLoginPage))
      throw new Error('this test needs the mini-program: put it into e2e/tests/weapp')
    await use(login)
  },
})

export { expect }
