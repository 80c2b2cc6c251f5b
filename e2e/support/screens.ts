// Every screen of the component, and how to get there in any language: for pictures, and for what holds of all of them.
import { REASONS } from '@local-number/login'
import { expect } from '@playwright/test'
import type { DemoSetup, LoginPage } from './login-page'

export interface LoginScreen {
  readonly name: string
  readonly handset?: string
  readonly setup?: DemoSetup
  /** From the first screen. */
  go(login: LoginPage): Promise<void>
  /** It ends by itself after some seconds. */
  readonly passing?: true
  /** Only in one of the builds. */
  readonly only?: 'h5' | 'weapp'
}

const NUMBER = '13800138000'
const IMAGE = '/NumberAbility/h5/getMobile.htm'
const VERIFY = '/api/local-number/verify'

const find = (login: LoginPage, selector: string) => login.page.locator(`${selector}:visible`)
const press = (login: LoginPage, at = 0) => find(login, '.lnl-view .lnl-button').nth(at).click()
const see = (login: LoginPage, selector: string) => expect(find(login, selector).first()).toBeVisible()

async function agree(login: LoginPage): Promise<void> {
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toBeVisible()
  await press(login)
}

async function enter(login: LoginPage, phone: string): Promise<void> {
  await agree(login)
  await login.phoneField.fill(phone)
}

async function submit(login: LoginPage, phone: string): Promise<void> {
  await enter(login, phone)
  await press(login)
}

/** The only other way is entered at once. */
const openWay = (login: LoginPage) => find(login, '.lnl-view .lnl-button-quiet').first().click()

const readTerms = (login: LoginPage) => find(login, '.lnl-consent .lnl-link').last().click()

/** Reasons that the demo's other way reports, and how the screen then looks. */
const FALLBACKS = Object.keys(REASONS)
  .filter((reason) => reason !== 'userChoice')
  .map(
    (reason): LoginScreen => ({
      name: `fallback-${reason}`,
      setup: { ways: 1, fails: reason },
      go: async (login) => {
        await openWay(login)
        await find(login, '.shop-quiet').click()
        await see(login, '.lnl-mark-bad')
      },
    }),
  )

export const SCREENS: readonly LoginScreen[] = [
  { name: 'consent', setup: { ways: 1 }, go: (login) => see(login, '.lnl-checkbox') },
  {
    name: 'consent-dialog',
    go: async (login) => {
      await press(login)
      await see(login, '.lnl-choice')
    },
  },
  {
    name: 'consent-declined',
    setup: { cancel: 1 },
    go: async (login) => {
      await press(login)
      await find(login, '.lnl-choice .lnl-button').first().click()
      await see(login, '.lnl-message')
    },
  },
  {
    name: 'terms',
    go: async (login) => {
      await readTerms(login)
      await see(login, '.lnl-terms')
    },
  },
  {
    name: 'terms-link',
    only: 'weapp',
    go: async (login) => {
      await find(login, '.lnl-consent .lnl-link').first().click()
      await see(login, '.lnl-url')
    },
  },
  {
    name: 'acquiring',
    passing: true,
    setup: { ways: 1, cancel: 1 },
    go: async (login) => {
      login.traffic.hold(IMAGE)
      await agree(login)
      await see(login, '.lnl-progress-text')
    },
  },
  {
    name: 'wifi',
    handset: 'cm-wifi',
    setup: { ways: 1 },
    go: async (login) => {
      await agree(login)
      await see(login, '.lnl-headline')
    },
  },
  {
    name: 'phone-entry',
    setup: { ways: 1 },
    go: async (login) => {
      await agree(login)
      await see(login, '.lnl-input')
    },
  },
  { name: 'phone-typed', setup: { ways: 1 }, go: (login) => enter(login, NUMBER) },
  {
    name: 'invalid-phone',
    go: async (login) => {
      await submit(login, '1380013')
      await see(login, '.lnl-field-wrong')
    },
  },
  {
    name: 'wrong-number',
    setup: { ways: 1 },
    go: async (login) => {
      await submit(login, '13900139000')
      await see(login, '.lnl-field-wrong')
    },
  },
  {
    name: 'verifying',
    passing: true,
    setup: { ways: 1 },
    go: async (login) => {
      login.traffic.hold(VERIFY)
      await submit(login, NUMBER)
      await see(login, '.lnl-busy')
    },
  },
  {
    name: 'verified',
    go: async (login) => {
      await submit(login, NUMBER)
      await see(login, '.lnl-mark-good')
    },
  },
  {
    name: 'session-failed',
    setup: { session: 'fails', cancel: 1 },
    go: async (login) => {
      await submit(login, NUMBER)
      await see(login, '.lnl-mark-bad')
    },
  },
  {
    name: 'other-ways',
    setup: { ways: 2 },
    go: async (login) => {
      await openWay(login)
      await see(login, '.lnl-headline')
    },
  },
  {
    name: 'other-way',
    setup: { ways: 1 },
    go: async (login) => {
      await openWay(login)
      await see(login, '.shop-way')
    },
  },
  { name: 'one-screen', setup: { flow: 'oneScreen', ways: 1 }, go: (login) => see(login, '.lnl-input') },
  {
    name: 'one-screen-dialog',
    setup: { flow: 'oneScreen' },
    go: async (login) => {
      await login.phoneField.fill(NUMBER)
      await press(login)
      await see(login, '.lnl-choice')
    },
  },
  {
    name: 'one-screen-busy',
    passing: true,
    setup: { flow: 'oneScreen', ways: 1 },
    go: async (login) => {
      login.traffic.hold(IMAGE)
      await login.phoneField.fill(NUMBER)
      await agree(login)
      await see(login, '.lnl-busy')
    },
  },
  ...FALLBACKS,
]

/** Starts the demo and goes to a screen. */
export async function showScreen(login: LoginPage, screen: LoginScreen, setup: DemoSetup = {}): Promise<void> {
  await login.begin(screen.handset, 'standard', { ...screen.setup, ...setup })
  await expect(find(login, '.lnl-view .lnl-button').first()).toBeVisible()
  await screen.go(login)
}
