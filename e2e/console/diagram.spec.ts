// The diagram of a login.
import { NIGHTLY } from '../support/nightly'
import { createIds } from './support/login-client'
import { DESKTOP, expect, test } from './support/test'

test.use(DESKTOP)

test('every arrow opens to its fields, by mouse and by keyboard', async ({ console, client, page }) => {
  await console.open()
  await client.logIn()
  const image = console.arrow('imageRequest')
  await image.locator('summary').click()
  await expect(image.getByText('query.userInformation')).toBeVisible()
  await console.arrow('enriched').locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(console.arrow('enriched').getByText('Sent through the SIM of')).toBeVisible()
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test(
    'every arrow shows its time, beside a label that has enough room',
    NIGHTLY,
    async ({ console, client, page }) => {
      await client.logIn({ preSign: (text) => text.replace(/1\.2$/, '1.0') })
      await client.logIn()
      await console.open()
      for (const login of [0, 1]) {
        await console.logins.nth(login).click()
        await expect(console.summary).toBeVisible()
        const rows = await page.locator('.seq-arrow summary').evaluateAll((all) =>
          all.map((row) => {
            const since = row.querySelector('.seq-since')?.getBoundingClientRect()
            const words = document.createRange()
            words.selectNodeContents(row.querySelector('.seq-label') as Element)
            const { left, height } = words.getBoundingClientRect()
            return { since: since?.width, free: left - (since?.right ?? 0), height }
          }),
        )
        expect(rows.length).toBeGreaterThan(5)
        for (const { since, free, height } of rows) {
          expect(since).toBeGreaterThan(15)
          expect(free).toBeGreaterThanOrEqual(0)
          expect(height).toBeLessThan(70)
        }
        await page.getByRole('link', { name: 'All logins' }).click()
      }
    },
  )
})

test('a call under way is pending until it is answered', NIGHTLY, async ({ console, client, simulator }) => {
  await console.open()
  await expect(console.live).toBeVisible()
  simulator.once('getToken', { delayMs: 6_000 })
  const ids = createIds()
  await client.retrieveNumber(ids)
  const waiting = client.getToken(ids)
  await expect(console.arrow('tokenAnswer')).toContainText('Waiting for the answer')
  await expect(console.calls.last()).toContainText('pending')
  await waiting
  await expect(console.arrow('tokenAnswer')).toContainText('000000')
  await expect(console.calls.last()).toContainText('delayed by 6000 ms')
})

test('a refused signature shows the reason, the expected text by parts, and what was signed', async ({
  console,
  client,
}) => {
  await console.open()
  await client.logIn({ preSign: (text) => text.replace(/1\.2$/, '1.0') })
  const request = console.arrow('tokenRequest')
  await expect(request).toContainText('Signature refused')
  await expect(request).toContainText('The key is registered, but another text was signed.')
  await expect(request.locator('.seq-part-msgId').first()).toBeVisible()
  await expect(console.arrow('tokenAnswer')).toContainText('130018')
  await expect(console.summary).toContainText('Failed')
})

test('a verified signature names the key that it matches', NIGHTLY, async ({ console, client }) => {
  await console.open()
  await client.logIn()
  const request = console.arrow('verifyRequest')
  await request.locator('summary').click()
  await expect(request).toContainText(/Matches the registered public key [0-9a-f]{16}/)
  await expect(request).toContainText('the user typed 138****8000')
})

test('the diagram says why the gateway did not insert a number', NIGHTLY, async ({ console, client, simulator }) => {
  simulator.setActiveHandset('cm-wifi')
  await console.open()
  await client.logIn()
  await expect(console.arrow('enriched')).toContainText('The handset is on Wi-Fi')
  await expect(console.arrow('imageAnswer')).toContainText('500 (111002)')
})
