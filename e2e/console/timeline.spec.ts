// The list of logins, live.
import { NIGHTLY } from '../support/nightly'
import { createIds } from './support/login-client'
import { DESKTOP, expect, test } from './support/test'

test.use(DESKTOP)

test('a login appears while the page is open, call by call', async ({ console, client, page }) => {
  await console.open()
  await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
  await expect(page.getByText(/^curl /)).toBeVisible()
  const ids = createIds()
  await client.retrieveNumber(ids)
  await expect(console.calls).toHaveCount(1)
  await expect(console.summary).toContainText('Under way')
  const { token } = await client.getToken(ids)
  await expect(console.calls).toHaveCount(2)
  await client.verify(token)
  await expect(console.calls).toHaveCount(3)
  await expect(console.summary).toContainText('138****8000')
  await expect(console.summary).toContainText('Match')
  await expect(page.locator('body')).not.toContainText(token)
})

test('the page follows the newest login until one is chosen', NIGHTLY, async ({ console, client }) => {
  await console.open()
  await client.logIn()
  await expect(console.summary).toContainText('Match')
  await client.logIn({ phone: '13900139000' })
  await expect(console.summary).toContainText('No match')
  await console.logins.last().click()
  await client.logIn({ phone: '13900139000' })
  await expect(console.logins).toHaveCount(3)
  await expect(console.summary.locator('.seq-badge')).toHaveText('Match')
})

test(
  'the page follows the latest login, even if the clock was moved back',
  NIGHTLY,
  async ({ console, client, simulator }) => {
    await console.open()
    await client.logIn()
    await expect(console.summary).toContainText('Match')
    simulator.clock.advance(-3 * 86_400_000)
    await client.logIn({ phone: '13900139000' })
    await expect(console.summary).toContainText('No match')
    await expect(console.logins.first()).toContainText(/\d{4}-\d{2}-\d{2}/)
    await expect(console.logins.last()).not.toContainText(/\d{4}-\d{2}-\d{2}/)
  },
)

test('an opened message stays, and new logins are announced', NIGHTLY, async ({ console, client, page }) => {
  await console.open()
  await client.logIn()
  await console.arrow('imageRequest').locator('summary').click()
  await client.logIn({ phone: '13900139000' })
  await expect(console.logins).toHaveCount(2)
  await expect(console.arrow('imageRequest').getByText('query.userInformation')).toBeVisible()
  await page.getByRole('link', { name: '1 new login ↑' }).click()
  await expect(console.summary).toContainText('No match')
  await expect(page.getByRole('link', { name: /new login/ })).toHaveCount(0)
})

test('a chosen login far down is scrolled to in the list', NIGHTLY, async ({ console, client }) => {
  for (let count = 0; count < 20; count++) await client.retrieveNumber(createIds())
  const oldest = client.simulator.traces().at(-1)?.id
  await console.open(`#/traces/${oldest}`)
  await expect(console.logins).toHaveCount(20)
  await expect(console.logins.last()).toBeInViewport()
})

test(
  'a reload keeps the history, and a link leads to its login',
  NIGHTLY,
  async ({ console, client, page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await console.open()
    await client.logIn()
    await client.logIn({ phone: '13900139000' })
    await expect(console.logins).toHaveCount(2)
    await page.reload()
    await expect(console.logins).toHaveCount(2)
    await console.logins.last().click()
    await expect(page).toHaveURL(/#\/traces\/[0-9a-f]{32}$/)
    await console.button('Copy link').click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.locator('.seq-badge')).toHaveText('Match')
  },
)

test('a search finds a login by its number, its code, or an id from a log', async ({
  console,
  client,
  page,
  simulator,
}) => {
  await client.logIn()
  simulator.once('verify', { code: '121011' })
  await client.logIn({ phone: '13900139000' })
  await console.open()
  await expect(console.logins).toHaveCount(2)
  const field = page.getByLabel('Find logins')
  await field.fill('121011')
  await expect(console.logins).toHaveCount(1)
  await expect(page.getByRole('heading', { name: '1 of 2 logins' })).toBeVisible()
  const [, first] = simulator.traces()
  await field.fill(first?.msgId ?? '')
  await expect(console.logins).toHaveText(/138\*{4}8000/)
  await field.fill(first?.id ?? '')
  await console.logins.click()
  await expect(console.summary).toContainText('138****8000')
  await field.fill('nothing-like-this')
  await expect(page.getByText('No login matches all of these words.')).toBeVisible()
  await field.fill('')
  await expect(console.logins).toHaveCount(2)
})

test('an unknown trace says so, and leads back', async ({ console, page }) => {
  await console.open('#/traces/00000000000000000000000000000000')
  await expect(page.getByRole('heading', { level: 1, name: 'Trace not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All logins' }).click()
  await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
})

test('an unknown page says so, and leads back', NIGHTLY, async ({ console, page }) => {
  await console.open('#/nope')
  await expect(page).toHaveTitle('Page not found – Carrier simulator')
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
  await page.getByRole('link', { name: 'All logins' }).click()
  await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
})

test(
  'clearing the traces asks first, and removes them from every open console',
  NIGHTLY,
  async ({ console, client, page, context }) => {
    await console.open()
    await client.logIn()
    await expect(console.logins).toHaveCount(1)
    const other = await context.newPage()
    await other.goto(page.url())
    await expect(other.locator('.trace-item')).toHaveCount(1)
    await console.button('Clear the traces').click()
    await console.dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(console.dialog).toHaveCount(0)
    await expect(console.logins).toHaveCount(1)
    await console.button('Clear the traces').click()
    await console.dialog.getByRole('button', { name: 'Clear the traces' }).click()
    await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
    await expect(other.getByRole('heading', { name: 'No login yet' })).toBeVisible()
  },
)
