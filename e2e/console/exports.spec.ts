// Exports of a login: as JSON, and as an HTML file that opens from disk.
import { readFile } from 'node:fs/promises'
import type { Trace } from '@local-number/simulator'
import type { Page } from '@playwright/test'
import { DESKTOP, expect, test } from './support/test'

test.use(DESKTOP)

const HOSTILE = '"><img src=x onerror="document.title=1"><script>document.title=2</script>'

async function downloadBy(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), path: await download.path() }
}

test('the JSON export is the trace of the admin API, under a name without client input', async ({
  console,
  client,
  page,
  simulator,
}) => {
  await console.open()
  await client.logIn({ userInformation: HOSTILE })
  // The whole login has arrived.
  await expect(console.summary).toContainText('138****8000')
  await expect(console.summary).toContainText('Match')
  const { name, path } = await downloadBy(page, 'Export JSON')
  expect(name).toMatch(/^login-\d{8}-\d{6}-[0-9a-f]{8}\.json$/)
  const trace = JSON.parse(await readFile(path, 'utf8')) as Trace
  expect(trace).toEqual(JSON.parse(JSON.stringify(simulator.traces()[0])))
})

test('the HTML export opens from disk without scripts, and a hostile userInformation stays text', async ({
  console,
  client,
  page,
  context,
}) => {
  await console.open()
  await client.logIn({ userInformation: HOSTILE })
  await expect(console.summary).toContainText('138****8000')
  await console.arrow('imageRequest').locator('summary').click()
  await expect(console.arrow('imageRequest')).toContainText(HOSTILE)
  expect(await page.locator('.seq img').count()).toBe(0)
  const { name, path } = await downloadBy(page, 'Export HTML')
  expect(name).toMatch(/^login-\d{8}-\d{6}-[0-9a-f]{8}\.html$/)
  const html = await readFile(path, 'utf8')
  expect(html).not.toMatch(/<script|<img|javascript:|https?:\/\/(?!127\.0\.0\.1)[^"<]*\.(js|css|woff)/i)

  const opened = await context.newPage()
  const asked: string[] = []
  opened.on('request', (request) => asked.push(request.url()))
  // A download has no extension on disk, so the browser is told that it is a page.
  await opened.route('file:///**', (route) => route.fulfill({ body: html, contentType: 'text/html' }))
  await opened.goto('file:///login.html')
  await expect(opened.getByRole('heading', { name: /138\*\*\*\*8000/ })).toBeVisible()
  await opened.locator('[data-arrow="imageRequest"] summary').click()
  await expect(opened.locator('[data-arrow="imageRequest"]')).toContainText(HOSTILE)
  expect(await opened.title()).not.toMatch(/^[12]$/)
  expect(asked).toEqual(['file:///login.html'])
})
