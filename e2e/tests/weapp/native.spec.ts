// A mini-program written by hand, in Chromium: what packages/testing/weapp-runtime/test runs in jsdom, with real taps, keys and images.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Device, type DeviceSettings, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { nightlyUnless } from '../../support/nightly'

const PACKAGE = packMiniProgram(
  fileURLToPath(new URL('../../../packages/testing/weapp-runtime/test/native-mini-program', import.meta.url)),
)

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

interface Fixtures {
  /** Gives a picture, and answers questions. */
  readonly server: { readonly url: string; readonly referers: Array<string | undefined> }
  readonly open: (page: string, settings?: Partial<DeviceSettings>) => Promise<Device>
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  server: async ({}, use) => {
    const referers: Array<string | undefined> = []
    const server = createServer((request, response) => {
      if (request.url === '/ask') return response.end(JSON.stringify({ answer: request.method }))
      referers.push(request.headers.referer)
      if (request.url === '/picture.gif') response.setHeader('content-type', 'image/gif').end(PIXEL)
      else response.writeHead(404).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, referers })
    server.close()
    server.closeAllConnections()
  },
  open: async ({ page, server }, use) => {
    const devices: Device[] = []
    await use(async (path, settings = {}) => {
      const launchUrl = `pages/${path}/${path}?server=${encodeURIComponent(server.url)}`
      const device = await startInPage(page, PACKAGE, { launchUrl, ...settings })
      devices.push(device)
      return device
    })
    for (const device of devices) expect(await device.report()).toEqual({ missing: [], errors: [], warnings: [] })
  },
})

/** What the page calls by an id, on the page that is visible. */
const by = (page: Page, id: string) => page.locator(`.weapp-box-of-page:not([hidden]) [id$="--${id}"]`)

for (const latencyMs of [0, 20]) {
  test.describe(`with a latency of ${latencyMs} ms`, nightlyUnless(latencyMs > 0), () => {
    test('a list, its rows’ own buttons, another page and back', async ({ page, open }) => {
      const device = await open('list', { latencyMs })
      await expect(by(page, 'heading')).toHaveText('GOODS')
      await by(page, 'tea').locator('wx-button').tap()
      await expect(by(page, 'footer')).toHaveText('2 rows, ¥18.50')
      await by(page, 'fish').getByText('fish').tap()
      await expect(by(page, 'detail')).toHaveText('fish for 12.5, visit 1')
      expect(await device.pages()).toEqual(['pages/list/list', 'pages/detail/detail'])
      await by(page, 'rename').tap()
      await page.getByRole('button', { name: '返回' }).tap()
      await expect(by(page, 'fish')).toContainText('old fish')
    })

    test('a component hears taps, tells its page, and is reached by selectComponent', async ({ page, open }) => {
      await open('list', { latencyMs })
      await by(page, 'value').tap()
      await expect(by(page, 'counted')).toHaveText('counted 3')
      await by(page, 'raise').tap()
      await expect(by(page, 'value')).toHaveText('visits: 8 (even)')
    })

    test('a form by real keys', async ({ page, open }) => {
      await open('form', { latencyMs })
      await by(page, 'submit').tap()
      await by(page, 'name').locator('input').pressSequentially('Li')
      await expect(by(page, 'greeting')).toHaveText('hello Li')
      await by(page, 'code').locator('input').fill('1a2')
      await expect(by(page, 'code').locator('input')).toHaveValue('12')
      await by(page, 'topping-salt').tap()
      await by(page, 'spicy-label').tap()
      await by(page, 'submit').tap()
      await expect(by(page, 'sent')).toHaveText('Li, 12, salt, small, true')
    })

    test('real images, without a Referer', async ({ page, open, server }) => {
      await open('services', { latencyMs })
      await expect(by(page, 'picture-state')).toHaveText('number wide')
      await by(page, 'break').tap()
      await expect(by(page, 'picture-state')).toHaveText('failed')
      expect(server.referers).toEqual([undefined, undefined])
    })

    test('a request, and a pop-up of its own for privacy', async ({ page, open }) => {
      await open('services', { latencyMs, privacy: 'ask' })
      await by(page, 'ask').tap()
      await expect(by(page, 'answer')).toHaveText('200 POST')
      await by(page, 'guarded').tap()
      await by(page, 'agree').tap()
      await expect(by(page, 'guarded-state')).toHaveText('allowed')
    })
  })
}

test('in Chromium a promise that is left rejected is the mini-program’s error, and told to it', async ({ page }) => {
  const app = `App({ globalData: { visits: 0 }, onLaunch() { Promise.reject(new Error('left alone')) }, onUnhandledRejection({ reason }) { wx.showToast({ title: reason.message }) } })`
  const device = await startInPage(page, { ...PACKAGE, scripts: { ...PACKAGE.scripts, app } })
  await expect(page.locator('.weapp-toast')).toHaveText('left alone')
  expect((await device.report()).errors).toEqual([expect.stringContaining('left alone')])
})

test('in Chromium the logic layer has nothing of the browser', async ({ page }) => {
  const names = ['window', 'document', 'fetch', 'localStorage', 'XMLHttpRequest', 'URL', 'navigator', 'setTimeout']
  const told = `[${names.map((name) => `typeof ${name}`).join()}].join()`
  const app = `App({ globalData: { visits: 0 }, onLaunch() { wx.showToast({ title: ${told} }) } })`
  await startInPage(page, { ...PACKAGE, scripts: { ...PACKAGE.scripts, app } })
  await expect(page.locator('.weapp-toast')).toHaveText(`${'undefined,'.repeat(names.length - 1)}function`)
})
