// The screens of the other ways that we ship: by text message, and by WeChat's button. The server's answers are given,
// so that each screen comes at once, whatever was sent before.
import { expect } from '@playwright/test'
import type { LoginPage } from './login-page'
import type { LoginScreen } from './login-screen'
import { find, NUMBER, press, see } from './steps'

const SEND = '/sms/send'
const CHECK = '/sms/check'
const SENT = { expiresInMs: 300_000, resendAfterMs: 60_000, traceId: 't' }
const CODE = '123456'

/** The only other way is entered at once. */
export const openWay = (login: LoginPage) => find(login, '.lnl-view .lnl-button-quiet').first().click()

/** Types the number and ticks the box. */
async function typeNumber(login: LoginPage): Promise<void> {
  await openWay(login)
  await login.phoneField.fill(NUMBER)
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toBeVisible()
}

async function askForCode(login: LoginPage, answer: object = SENT, status = 200): Promise<void> {
  login.traffic.answer(SEND, answer, status)
  await typeNumber(login)
  await press(login)
}

async function openCode(login: LoginPage, answer = SENT): Promise<void> {
  await askForCode(login, answer)
  // Another message, another number, and back.
  await expect(find(login, '.lnl-view .lnl-button-quiet:not(.lnl-cancel)')).toHaveCount(3)
}

async function checkCode(login: LoginPage, outcome: string, attemptsLeft: number): Promise<void> {
  login.traffic.answer(CHECK, { outcome, attemptsLeft, traceId: 't' })
  await openCode(login)
  await login.phoneField.fill(CODE)
  await see(login, '.lnl-field-wrong')
}

async function openWechat(login: LoginPage): Promise<void> {
  await openWay(login)
  await login.offers.nth(2).click()
  await login.checkbox.click()
  await expect(login.tickedCheckbox).toBeVisible()
}

const SMS: readonly LoginScreen[] = [
  {
    name: 'sms-number',
    go: async (login) => {
      await openWay(login)
      await see(login, '.lnl-input')
    },
  },
  {
    name: 'sms-consent-dialog',
    go: async (login) => {
      await openWay(login)
      await login.phoneField.fill(NUMBER)
      await press(login)
      await see(login, '.lnl-choice')
    },
  },
  {
    name: 'sms-sending',
    go: async (login) => {
      login.traffic.hold(SEND)
      await typeNumber(login)
      await press(login)
      await see(login, '.lnl-busy')
    },
  },
  {
    name: 'sms-too-often',
    // The seconds count down: here, and below.
    passing: true,
    go: async (login) => {
      await askForCode(login, { code: 'rateLimited', retryAfterMs: 45_000 }, 429)
      await see(login, '.lnl-disabled')
    },
  },
  { name: 'sms-code', passing: true, go: openCode },
  {
    name: 'sms-code-again',
    go: (login) => openCode(login, { ...SENT, resendAfterMs: 0 }),
  },
  {
    name: 'sms-checking',
    passing: true,
    go: async (login) => {
      login.traffic.hold(CHECK)
      await openCode(login)
      await login.phoneField.fill(CODE)
      await see(login, '.lnl-busy')
    },
  },
  { name: 'sms-wrong-code', passing: true, go: (login) => checkCode(login, 'wrongCode', 4) },
  { name: 'sms-expired-code', passing: true, go: (login) => checkCode(login, 'expiredCode', 0) },
  {
    name: 'sms-captcha',
    go: async (login) => {
      await askForCode(login, { code: 'captchaRequired' }, 403)
      await see(login, '.shop-captcha')
    },
  },
  {
    name: 'sms-captcha-refused',
    go: async (login) => {
      await askForCode(login, { code: 'captchaRequired' }, 403)
      login.traffic.answer(SEND, { code: 'captchaRefused' }, 403)
      await find(login, '.shop-captcha-picture').last().click()
      await expect(find(login, '.lnl-problem')).toHaveText(/请重试|try again/)
    },
  },
]

const WECHAT: readonly LoginScreen[] = [
  { name: 'wechat', go: openWechat },
  {
    name: 'wechat-denied',
    go: async (login) => {
      await openWechat(login)
      await press(login)
      await login.page.getByRole('dialog').getByRole('button', { name: '不允许' }).click()
      await see(login, '.lnl-problem')
    },
  },
]

export const WAY_SCREENS: readonly LoginScreen[] = [
  ...SMS.map((screen) => ({ ...screen, setup: { ways: 1 } as const })),
  ...WECHAT.map((screen) => ({ ...screen, setup: { ways: 3 } as const, only: 'weapp' as const })),
]
