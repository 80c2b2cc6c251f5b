// The compiled mini-program of a Taro app that has no login: e2e/taro-apps/notes.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Device, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { nightlyUnless } from '../../support/nightly'

const BUILD = fileURLToPath(new URL('../../taro-apps/dist/notes/weapp', import.meta.url))
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Server {
  readonly origin: string
  readonly referers: Array<string | undefined>
}

const test = base.extend<{ server: Server; latencyMs: number; phone: Device }>({
  latencyMs: [0, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  server: async ({}, use) => {
    const referers: Array<string | undefined> = []
    const server = createServer((request, response) => {
      referers.push(request.headers.referer)
      if (request.url === '/cover.png') response.setHeader('content-type', 'image/png').end(PIXEL)
      else response.setHeader('content-type', 'application/json').end(JSON.stringify({ fact: '便签是黄的' }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, referers })
    server.closeAllConnections()
    server.close()
  },
  phone: async ({ page, server, latencyMs }, use) => {
    const phone = await startInPage(page, packMiniProgram(BUILD), {
      appId: 'wxnotes',
      networkType: '5g',
      launchUrl: `pages/list/index?base=${encodeURIComponent(server.origin)}`,
      latencyMs,
    })
    await use(phone)
    expect(await phone.report()).toEqual({ missing: [], errors: [], warnings: [] })
  },
})

const findByClass = (page: Page, name: string) => page.locator(`.${name}:visible`)

for (const latencyMs of [0, 20]) {
  test.describe(`with a latency of ${latencyMs} ms between the layers`, nightlyUnless(latencyMs > 0), () => {
    test.use({ latencyMs })

    test('a note is added, marked as done, edited on its own page and deleted', async ({ page, phone }) => {
      await expect(findByClass(page, 'count')).toHaveText('共 0 条')
      // All at once: a controlled field may lose keys that are typed faster than the page answers.
      await findByClass(page, 'draft').locator('input').fill('买牛奶')
      await expect(findByClass(page, 'add')).not.toHaveAttribute('disabled')
      await findByClass(page, 'add').click()
      await expect(findByClass(page, 'note-text')).toHaveText(['买牛奶'])
      await expect(findByClass(page, 'draft').locator('input')).toHaveValue('')
      await page.locator('wx-switch').click()
      await expect(page.locator('.note-done')).toHaveCount(1)

      await findByClass(page, 'open').click()
      await expect(page.locator('.weapp-title')).toHaveText('便签 1')
      expect(await phone.pages()).toEqual(['pages/list/index', 'pages/note/index'])
      await findByClass(page, 'color-green').getByText('green').click()
      await expect(findByClass(page, 'chosen')).toHaveText('green')
      await findByClass(page, 'words').locator('textarea').fill('买两瓶牛奶')
      await findByClass(page, 'keep').click()
      await expect(findByClass(page, 'note-text')).toHaveText(['买两瓶牛奶'])
      await expect(findByClass(page, 'shown')).toHaveText('show hide show')

      await findByClass(page, 'clear').click()
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
      await expect(findByClass(page, 'note-text')).toHaveCount(1)
      await findByClass(page, 'clear').click()
      if (process.env.PICTURES) await page.screenshot({ path: `reports/screenshots/weapp-notes-${latencyMs}.png` })
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await expect(findByClass(page, 'count')).toHaveText('共 0 条')
    })

    test('the app sends requests, and receives events from elements nested 40 levels deep', async ({ page, phone }) => {
      await findByClass(page, 'ask').click()
      await expect(findByClass(page, 'fact')).toHaveText('200 便签是黄的 over 5g')
      await phone.setNetworkType('wifi')
      await findByClass(page, 'ask').click()
      await expect(findByClass(page, 'fact')).toHaveText('200 便签是黄的 over wifi')
      await findByClass(page, 'deep').click()
      await expect(findByClass(page, 'fact')).toHaveText('deep')
    })
  })
}

test('a disabled button ignores clicks', async ({ page, phone }) => {
  expect(await phone.pages()).toEqual(['pages/list/index'])
  await findByClass(page, 'add').click()
  await expect(findByClass(page, 'count')).toHaveText('共 0 条')
})

test('images and requests carry the mini-program’s Referer', async ({ page, server, phone }) => {
  await expect(findByClass(page, 'cover-state')).toHaveText('1x1')
  await findByClass(page, 'ask').click()
  await expect(findByClass(page, 'fact')).toContainText('200')
  expect(server.referers).toEqual(Array(2).fill('https://servicewechat.com/wxnotes/0/page-frame.html'))
  expect(await phone.pages()).toHaveLength(1)
})
