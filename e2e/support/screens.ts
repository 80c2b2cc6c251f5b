// Every screen of the component, and how to get there in any language: for pictures, and for what holds of all of them.
import { expect } from '@playwright/test'
import { FALLBACKS } from './fallbacks'
import type { DemoSetup, LoginPage } from './login-page'
import type { LoginScreen } from './login-screen'
import { agree, enter, find, IMAGE, NUMBER, press, see, submit, VERIFY } from './steps'
import { openWay, WAY_SCREENS } from './way-screens'

const readTerms = (login: LoginPage) => find(login, '.lnl-consent .lnl-link').last().click()

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
    setup: { ways: 1 },
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
    setup: { ways: 2 },
    go: async (login) => {
      await openWay(login)
      await login.offers.nth(1).click()
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
  ...WAY_SCREENS,
  ...FALLBACKS,
]

/** Starts the demo and goes to a screen. */
export async function showScreen(login: LoginPage, screen: LoginScreen, setup: DemoSetup = {}): Promise<void> {
  await screen.prepare?.(login.page)
  await login.begin(screen.handset, 'standard', { ...screen.setup, ...setup })
  await expect(find(login, '.lnl-view .lnl-button').first()).toBeVisible()
  await screen.go(login)
}

/** The same for a picture: on a screen that passes, the page's clock stands still. axe needs it to run. */
export async function showStill(login: LoginPage, screen: LoginScreen, setup: DemoSetup): Promise<void> {
  const { clock } = login.page
  if (screen.passing) await clock.install()
  await showScreen(login, screen, setup)
  if (screen.passing) await clock.pauseAt((await login.page.evaluate(() => Date.now())) + 1000)
}
