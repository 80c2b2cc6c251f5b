// Every reason for the fallback, as a user meets it: by the phone, the network, or what carrier and server answer.
import type { FallbackReason } from '@local-number/login'
import { expect, type Page } from '@playwright/test'
import type { LoginScreen } from './login-screen'
import { agree, find, IMAGE, NUMBER, press, see, submit, VERIFY } from './steps'

const SIGN = '/api/local-number/sign'
/** Without its last digit: a repeated number counts once. */
const WRONG_NUMBERS = '1390013900'
/** Longer than the image may take. */
const IMAGE_MS = 5000

const DESKTOP = { platform: 'windows', system: 'Windows 11' }

type Cause = Partial<Omit<LoginScreen, 'name'>> & {
  /** Behind the reference's first part. What has letters is copied only. */
  readonly code: string | null
}

/** The demo's own server names an address without a scheme. */
async function forgetScheme(page: Page): Promise<void> {
  await page.route('**/demo-settings.json', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), backendUrl: 'localhost:3000' } })
  })
}

const CAUSES: Readonly<Record<Exclude<FallbackReason, 'userChoice' | 'misconfigured'>, Cause>> = {
  privacyDenied: {
    code: '104',
    only: 'weapp',
    phone: { privacy: 'ask' },
    go: async (login) => {
      await agree(login)
      await login.page.getByRole('dialog').getByRole('button', { name: '拒绝' }).click()
    },
  },
  wifi: { code: 'wifi', handset: 'cm-wifi', setup: { check: 'fallback' } },
  offline: {
    code: 'none',
    go: async (login) => {
      login.traffic.answer('/_sim/handset', { network: 'none' })
      await agree(login)
    },
  },
  networkRefused: { code: '5g', setup: { check: 'refuse' } },
  platformUnsupported: { code: 'desktop', only: 'weapp', phone: { system: DESKTOP } },
  httpsPage: { code: null, only: 'h5', secure: true },
  numberRetrievalFailed: { code: '500', handset: 'cu-5g' },
  otherCarrier: { code: '103111', handset: 'cu-5g', setup: { edition: 'https' }, secure: true },
  clockWrong: {
    code: 'preSignOutsideWindow',
    go: async (login) => {
      login.traffic.answer(SIGN, { code: 'preSignOutsideWindow' }, 400)
      await agree(login)
    },
  },
  signingRefused: {
    code: 'callerUnknown',
    go: async (login) => {
      login.traffic.answer(SIGN, { code: 'callerUnknown' }, 401)
      await agree(login)
    },
  },
  tokenRefused: {
    code: '130018',
    go: async (login) => {
      login.carrier.once('getToken', { code: '130018' })
      await agree(login)
    },
  },
  carrierUnreachable: {
    code: '500',
    go: async (login) => {
      login.carrier.once('getToken', { status: 503 })
      await agree(login)
    },
  },
  serverUnreachable: {
    code: null,
    go: async (login) => {
      login.traffic.cut(SIGN)
      await agree(login)
    },
  },
  timeout: {
    code: 'image',
    passing: true,
    go: async (login) => {
      login.traffic.hold(IMAGE)
      // Signing has a limit of its own: its answer arrives before the clock moves.
      const signed = login.traffic.waitForAnswer(SIGN)
      await agree(login)
      await expect(login.carrierImage).toHaveCount(1)
      await signed
      await login.page.clock.runFor(100)
      await login.page.clock.fastForward(IMAGE_MS)
    },
  },
  verificationUnavailable: {
    code: '121000',
    go: async (login) => {
      login.carrier.once('verify', { code: '121000' })
      await submit(login, NUMBER)
    },
  },
  dailyLimit: {
    code: '121011',
    go: async (login) => {
      login.carrier.once('verify', { code: '121011' })
      await submit(login, NUMBER)
    },
  },
  attemptsExhausted: {
    code: '001',
    go: async (login) => {
      await submit(login, `${WRONG_NUMBERS}0`)
      for (const left of [4, 3, 2, 1]) {
        await expect(find(login, '.lnl-message')).toContainText(String(left))
        await login.phoneField.fill(`${WRONG_NUMBERS}${left}`)
        const verified = login.traffic.waitForAnswer(VERIFY)
        await press(login)
        await verified
      }
    },
  },
  rateLimited: {
    code: 'rateLimited',
    // The seconds count down.
    passing: true,
    go: async (login) => {
      login.traffic.answer(SIGN, { code: 'rateLimited', retryAfterMs: 45_000 }, 429)
      await agree(login)
    },
  },
  loginRefused: {
    code: null,
    go: async (login) => {
      login.traffic.answer(VERIFY, { code: 'loginRefused', reason: 'blocked' }, 403)
      await submit(login, NUMBER)
    },
  },
}

function createScreen(reason: FallbackReason, { code, go = agree, setup, ...cause }: Cause): LoginScreen {
  return {
    ...cause,
    name: `fallback-${reason}`,
    setup: { ways: 1, ...setup },
    go: async (login) => {
      await go(login)
      await see(login, '.lnl-mark-bad')
      const reference = code === null || /\D/.test(code) ? '[0-9a-f]{8}' : `[0-9a-f]{8} · ${code}`
      await expect(find(login, '.lnl-reference')).toHaveText(new RegExp(` ${reference}(?! ·)`))
    },
  }
}

export const FALLBACKS: readonly LoginScreen[] = [
  ...Object.entries(CAUSES).map(([reason, cause]) => createScreen(reason as FallbackReason, cause)),
  createScreen('misconfigured', { code: 'baseUrlMalformed', only: 'h5', prepare: forgetScheme }),
  // Where real users are, an address of this machine is a mistake.
  createScreen('misconfigured', { code: 'privateOriginForUsers', only: 'weapp', phone: { envVersion: 'release' } }),
]
