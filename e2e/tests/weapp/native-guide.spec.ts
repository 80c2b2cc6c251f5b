// The login page of docs/*/native.md, taken from the guide, against the real stack.
import { createHttpHost, type Device, type Host, type MiniProgramPackage } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page } from '@playwright/test'
import { PHONE } from '../../support/mini-program'
import { packGuide } from '../../support/native-guide'
import { test as base, expect } from '../../support/test'
import { Traffic } from '../../support/traffic'

type Language = 'zh' | 'en'

const packages = new Map<Language, MiniProgramPackage>()

/** Builds each guide once per worker. */
function getPackage(language: Language): MiniProgramPackage {
  const program = packages.get(language) ?? packGuide(language)
  packages.set(language, program)
  return program
}

/** The number of the first handset. */
const NUMBER = '13800138000'

/** The shop's own backend. */
interface Shop {
  /** What it answers. */
  status: number
  /** What it has received. */
  readonly tickets: string[]
}

interface Fixtures {
  readonly traffic: Traffic
  readonly shop: Shop
  /** Opens the guide's login page from the page before it. */
  readonly open: (language: Language, networkType?: 'wifi' | '5g') => Promise<Device>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  traffic: async ({}, use) => use(new Traffic()),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  shop: async ({}, use) => use({ status: 200, tickets: [] }),
  open: async ({ page, stack, traffic, shop }, use) => {
    const devices: Device[] = []
    await traffic.intercept(page)
    await use(async (language, networkType = '5g') => {
      const program = readdress(getPackage(language), {
        'https://login.example.com': stack.backend.url,
        'http://www.cmpassport.com': stack.simulator.origin,
        'https://www.cmpassport.com': stack.simulator.origin,
      })
      const host = traffic.wrapHost(addShop(createHttpHost(), shop))
      const device = await startInPage(page, program, { ...PHONE, networkType, host })
      devices.push(device)
      await findById(page, 'login').tap()
      return device
    })
    for (const device of devices) expect(await device.report()).toEqual({ missing: [], errors: [], warnings: [] })
  },
})

/** Only the addresses differ from the guide. */
function readdress(program: MiniProgramPackage, addresses: Readonly<Record<string, string>>): MiniProgramPackage {
  let text = JSON.stringify(program)
  for (const [from, to] of Object.entries(addresses)) {
    if (!text.includes(from)) throw new Error(`the guide's code has no ${from}`)
    text = text.replaceAll(from, to)
  }
  return JSON.parse(text)
}

function addShop(host: Host, shop: Shop): Host {
  return {
    ...host,
    request: async (request) => {
      if (request.url !== 'https://shop.example.com/session') return host.request(request)
      shop.tickets.push(JSON.parse(request.body ?? '{}').ticket)
      return { status: shop.status, headers: { 'content-type': 'application/json' }, body: '{"session":"S"}' }
    },
  }
}

const findById = (page: Page, id: string) => page.locator(`.weapp-box-of-page:not([hidden]) [id$="--${id}"]`)
const findField = (page: Page) => findById(page, 'phone').locator('input')

for (const [language, { name, verified, mustAgree, notThis }] of Object.entries({
  zh: { name: 'Chinese', verified: '登录成功', mustAgree: '请先阅读并勾选协议', notThis: '请核对（剩余 4 次）' },
  en: { name: 'English', verified: 'Signed in', mustAgree: 'accept the terms first', notThis: 'Tries left: 4' },
} as const)) {
  test(`the page of the ${name} guide logs in with this phone’s number`, async ({ page, open, carrierLog, shop }) => {
    await open(language as Language)
    await findField(page).fill(NUMBER)
    await findById(page, 'submit').tap()
    await expect(findById(page, 'message')).toContainText(mustAgree)
    expect(carrierLog).toEqual([])

    await findById(page, 'agree').tap()
    await findField(page).fill('13900139000')
    await findById(page, 'submit').tap()
    await expect(findById(page, 'message')).toContainText(notThis)
    await findField(page).fill('+86 138 0013 8000')
    await findById(page, 'submit').tap()
    await expect(findById(page, 'message')).toHaveText(verified)
    expect(shop.tickets).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/)])
    await expect(findById(page, 'carrier-image')).toHaveCount(0)
  })
}

test('the page of the guide waits on Wi-Fi and goes on by itself once it is off', async ({ page, open }) => {
  const device = await open('zh', 'wifi')
  await findField(page).fill(NUMBER)
  await findById(page, 'agree').tap()
  await findById(page, 'submit').tap()
  await expect(findById(page, 'message')).toContainText('请在系统设置中关闭 Wi-Fi')
  await device.setNetworkType('5g')
  await expect(findById(page, 'message')).toHaveText('登录成功')
})

test('a session that the shop does not open is asked for again with the same ticket', async ({ page, open, shop }) => {
  await open('zh')
  shop.status = 500
  await findField(page).fill(NUMBER)
  await findById(page, 'agree').tap()
  await findById(page, 'submit').tap()
  await expect(findById(page, 'message')).toHaveText('登录失败，请重试')
  shop.status = 200
  await findById(page, 'retry').tap()
  await expect(findById(page, 'message')).toHaveText('登录成功')
  const [first, second] = shop.tickets
  expect(second).toBe(first)
})

test('the terms of the guide’s page can be read before consent', async ({ page, open }) => {
  await open('zh')
  await page.getByText('《中国移动认证服务条款》').tap()
  await expect(findById(page, 'terms')).toHaveText('carrier')
  await page.getByRole('button', { name: '返回' }).tap()
  await expect(findById(page, 'submit')).toBeVisible()
})

test('暂不登录 aborts number retrieval and leads back to the page before', async ({
  page,
  open,
  traffic,
  carrierLog,
}) => {
  const device = await open('zh')
  const release = traffic.hold('/sign')
  await findField(page).fill(NUMBER)
  await findById(page, 'agree').tap()
  await findById(page, 'submit').tap()
  await expect(findById(page, 'carrier-image')).toHaveCount(1)
  await findById(page, 'cancel').tap()
  await expect(findById(page, 'login')).toBeVisible()
  release()
  expect(await device.pages()).toEqual(['pages/index/index'])
  expect(carrierLog.join('\n')).not.toContain('getToken')
})
