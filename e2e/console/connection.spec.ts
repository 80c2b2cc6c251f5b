// The simulator goes away and comes back; and it wants a token.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '@local-number/simulator'
import { AT_A_DESK, expect, FILED_APP, test } from './support/test'

test.use(AT_A_DESK)

test('a lost connection is shown, and after it everything is read again', async ({
  console,
  desk,
  simulator,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'console-'))
  const options = { apps: [FILED_APP], database: join(folder, 'simulator.db') }
  const first = await startSimulator(options)
  desk.simulator = first
  await page.goto(first.adminOrigin)
  await desk.logIn()
  await expect(console.logins).toHaveCount(1)
  await first.stop()
  await expect(page.getByText('The connection to the simulator is lost')).toBeVisible()
  await expect(console.summary).toContainText('138****8000')
  const second = await startSimulator({ ...options, adminPort: Number(new URL(first.adminOrigin).port) })
  desk.simulator = second
  await desk.logIn({ phone: '13900139000' })
  await expect(console.live).toBeVisible()
  await expect(console.logins).toHaveCount(2)
  await second.stop()
  await rm(folder, { recursive: true })
  expect(simulator.traces()).toEqual([])
})

test.describe('with a token', () => {
  test.use({ simulatorOptions: { adminToken: 'a token & more' } })

  test('the page takes it from the address, where it does not stay', async ({ console, desk, page }) => {
    await console.open('#token=a%20token%20%26%20more')
    await expect(console.live).toBeVisible()
    expect(page.url()).not.toContain('token')
    await desk.logIn()
    await expect(console.summary).toContainText('Match')
    await page.reload()
    await expect(console.logins).toHaveCount(1)
  })

  test('without it the page says what to do, and takes the token that is typed', async ({ console, desk, page }) => {
    await desk.logIn()
    await console.open(`#/traces/${desk.simulator.traces()[0]?.id}`)
    await expect(page.getByRole('alert')).toContainText('The simulator wants a token')
    await page.getByLabel('Token', { exact: true }).fill('a guess')
    await console.button('Use the token').click()
    await expect(page.getByRole('alert')).toContainText('This token is wrong')
    await page.getByLabel('Token', { exact: true }).fill('a token & more')
    await console.button('Use the token').click()
    await expect(console.live).toBeVisible()
    await expect(console.summary).toContainText('Match')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('an address with the token that is pasted into an open tab is taken, too', async ({ console, page }) => {
    await console.open('#/handsets')
    await expect(page.getByRole('alert')).toContainText('The simulator wants a token')
    await page.evaluate(() => window.location.assign('#token=a%20token%20%26%20more'))
    await expect(console.live).toBeVisible()
    expect(page.url()).not.toContain('token')
    await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
  })
})
