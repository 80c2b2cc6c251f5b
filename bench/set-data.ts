// What one login costs between a mini-program's layers: calls of setData, and bytes of their JSON. The component as Taro
// compiles it, beside the hand-written page of docs/*/native.md, each in weapp-runtime against the real stack.
// npm run build && npx turbo run build:component:weapp && node --import tsx bench/set-data.ts
import { fileURLToPath } from 'node:url'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import {
  createHttpHost,
  type Device,
  type Host,
  type MiniProgramPackage,
  packMiniProgram,
} from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findChromium } from '../e2e/chromium'
import { PHONE } from '../e2e/support/mini-program'
import { packGuide } from '../e2e/support/native-guide'

const COMPONENT = fileURLToPath(new URL('../e2e/taro-apps/dist/component/weapp', import.meta.url))
const NUMBER = '13800138000'

interface Subject {
  readonly name: string
  readonly pack: () => MiniProgramPackage
  /** Brings the login onto the screen. */
  readonly open: (page: Page) => Promise<void>
  readonly logIn: (page: Page) => Promise<void>
}

const visible = (page: Page, selector: string, text: string) =>
  page.locator(`${selector}:visible`, { hasText: new RegExp(`^\\s*${text}\\s*$`) })
const byId = (page: Page, id: string) => page.locator(`.weapp-box-of-page:not([hidden]) [id$="--${id}"]`)

const SUBJECTS: readonly Subject[] = [
  {
    name: 'the component, compiled by Taro',
    pack: () => packMiniProgram(COMPONENT),
    open: (page) => visible(page, 'wx-button', '本机号码登录').waitFor(),
    logIn: async (page) => {
      await page.locator('.lnl-checkbox:visible').click()
      await page.locator('.lnl-checkbox-ticked:visible').waitFor()
      await visible(page, 'wx-button', '本机号码登录').click()
      await page.locator('.lnl-input input:visible').fill(NUMBER)
      await visible(page, 'wx-button', '登录').click()
      await page.getByText('验证成功').first().waitFor()
    },
  },
  {
    name: 'the native page of docs/en/native.md',
    pack: () => packGuide('en'),
    open: async (page) => {
      await byId(page, 'login').tap()
      await byId(page, 'submit').waitFor()
    },
    logIn: async (page) => {
      await byId(page, 'phone').locator('input').fill(NUMBER)
      await byId(page, 'agree').tap()
      await byId(page, 'submit').tap()
      await page.getByText('Signed in', { exact: true }).waitFor()
    },
  },
]

/** The carrier's addresses are in the code, and its image is loaded by the view. */
function useSimulator(program: MiniProgramPackage, { simulator }: Stack): MiniProgramPackage {
  return JSON.parse(JSON.stringify(program).replaceAll(/https?:\/\/www\.cmpassport\.com/g, simulator.origin))
}

function createPhoneHost({ backend }: Stack): Host {
  const host = createHttpHost()
  return {
    ...host,
    request: async (request) =>
      request.url.startsWith('https://shop.example.com/')
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"session":"S"}' }
        : host.request({ ...request, url: request.url.replace('https://login.example.com', backend.url) }),
  }
}

async function measure({ pack, open, logIn }: Subject, browser: Browser, stack: Stack) {
  const page = await browser.newPage({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })
  const host = createPhoneHost(stack)
  const device: Device = await startInPage(page, useSimulator(pack(), stack), { ...PHONE, host })
  await open(page)
  const opened = await device.transfers()
  await logIn(page)
  const total = await device.transfers()
  await page.close()
  return { opened, login: { calls: total.calls - opened.calls, bytes: total.bytes - opened.bytes } }
}

async function main(): Promise<void> {
  const stack = await startStack({ env: { ...ANY_PORTS } })
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    for (const subject of SUBJECTS) {
      const { opened, login } = await measure(subject, browser, stack)
      const describe = ({ calls, bytes }: typeof login) => `${String(calls).padStart(3)} calls, ${bytes} bytes`
      console.log(
        `${subject.name}\n  to the open page ${describe(opened)}\n  from there to verified ${describe(login)}`,
      )
    }
  } finally {
    await browser.close()
    await stack.stop()
  }
}

main()
