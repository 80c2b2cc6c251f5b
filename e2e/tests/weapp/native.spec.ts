// A hand-written mini-program in Chromium, with real taps, keys and images. weapp-runtime's own tests run it in jsdom.
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
  /** Serves an image, and `/ask`. */
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

/** Finds an element of the visible page by the id in its template. */
const findById = (page: Page, id: string) => page.locator(`.weapp-box-of-page:not([hidden]) [id$="--${id}"]`)

for (const latencyMs of [0, 20]) {
  test.describe(`with a latency of ${latencyMs} ms`, nightlyUnless(latencyMs > 0), () => {
    test('list rows have their own buttons, open a detail page and show what was changed there', async ({
      page,
      open,
    }) => {
      const device = await open('list', { latencyMs })
      await expect(findById(page, 'heading')).toHaveText('GOODS')
      await findById(page, 'tea').locator('wx-button').tap()
      await expect(findById(page, 'footer')).toHaveText('2 rows, ¥18.50')
      await findById(page, 'fish').getByText('fish').tap()
      await expect(findById(page, 'detail')).toHaveText('fish for 12.5, visit 1')
      expect(await device.pages()).toEqual(['pages/list/list', 'pages/detail/detail'])
      await findById(page, 'rename').tap()
      await page.getByRole('button', { name: '返回' }).tap()
      await expect(findById(page, 'fish')).toContainText('old fish')
    })

    test('a component receives taps, notifies its page and is found by selectComponent', async ({ page, open }) => {
      await open('list', { latencyMs })
      await findById(page, 'value').tap()
      await expect(findById(page, 'counted')).toHaveText('counted 3')
      await findById(page, 'raise').tap()
      await expect(findById(page, 'value')).toHaveText('visits: 8 (even)')
    })

    test('a form submits the values entered with real keys', async ({ page, open }) => {
      await open('form', { latencyMs })
      await findById(page, 'submit').tap()
      await findById(page, 'name').locator('input').pressSequentially('Li')
      await expect(findById(page, 'greeting')).toHaveText('hello Li')
      await findById(page, 'code').locator('input').fill('1a2')
      await expect(findById(page, 'code').locator('input')).toHaveValue('12')
      await findById(page, 'topping-salt').tap()
      await findById(page, 'spicy-label').tap()
      await findById(page, 'submit').tap()
      await expect(findById(page, 'sent')).toHaveText('Li, 12, salt, small, true')
    })

    test('images load and fail as in a browser, and send no Referer', async ({ page, open, server }) => {
      await open('services', { latencyMs })
      await expect(findById(page, 'picture-state')).toHaveText('number wide')
      await findById(page, 'break').tap()
      await expect(findById(page, 'picture-state')).toHaveText('failed')
      expect(server.referers).toEqual([undefined, undefined])
    })

    test('a request succeeds, and a custom privacy pop-up allows a guarded call', async ({ page, open }) => {
      await open('services', { latencyMs, privacy: 'ask' })
      await findById(page, 'ask').tap()
      await expect(findById(page, 'answer')).toHaveText('200 POST')
      await findById(page, 'guarded').tap()
      await findById(page, 'agree').tap()
      await expect(findById(page, 'guarded-state')).toHaveText('allowed')
    })
  })
}

test('in Chromium an unhandled rejection is reported as an error and passed to onUnhandledRejection', async ({
  page,
}) => {
  const app = `App({
    globalData: { visits: 0 },
    onLaunch() { Promise.reject(new Error('unhandled')) },
    onUnhandledRejection({ reason }) { wx.showToast({ title: reason.message }) },
  })`
  const device = await startInPage(page, { ...PACKAGE, scripts: { ...PACKAGE.scripts, app } })
  await expect(page.locator('.weapp-toast')).toHaveText('unhandled')
  expect((await device.report()).errors).toEqual([expect.stringContaining('unhandled')])
})

test('in Chromium the logic layer has no access to the browser’s globals', async ({ page }) => {
  const names = ['window', 'document', 'fetch', 'localStorage', 'XMLHttpRequest', 'URL', 'navigator', 'setTimeout']
  const title = `[${names.map((name) => `typeof ${name}`).join()}].join()`
  const app = `App({ globalData: { visits: 0 }, onLaunch() { wx.showToast({ title: ${title} }) } })`
  await startInPage(page, { ...PACKAGE, scripts: { ...PACKAGE.scripts, app } })
  await expect(page.locator('.weapp-toast')).toHaveText(`${'undefined,'.repeat(names.length - 1)}function`)
})
