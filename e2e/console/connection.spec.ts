// Lost connections, and simulators that require a token.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulator } from '@local-number/simulator'
import { DESKTOP, expect, REGISTERED_APP, test } from './support/test'

test.use(DESKTOP)

test('a lost connection is shown, and everything is read again after it', async ({
  console,
  client,
  simulator,
  page,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'console-'))
  const options = { apps: [REGISTERED_APP], database: join(folder, 'simulator.db') }
  const first = await startSimulator(options)
  client.simulator = first
  await page.goto(first.adminOrigin)
  await client.logIn()
  await expect(console.logins).toHaveCount(1)
  await first.stop()
  await expect(page.getByText('The connection to the simulator is lost')).toBeVisible()
  await expect(console.summary).toContainText('138****8000')
  const second = await startSimulator({ ...options, adminPort: Number(new URL(first.adminOrigin).port) })
  client.simulator = second
  await client.logIn({ phone: '13900139000' })
  await expect(console.live).toBeVisible()
  await expect(console.logins).toHaveCount(2)
  await second.stop()
  await rm(folder, { recursive: true })
  expect(simulator.traces()).toEqual([])
})

test.describe('a simulator that requires a token', () => {
  test.use({ simulatorOptions: { adminToken: 'a token & more' } })

  test('accepts the token from the address, and the page removes it from there', async ({ console, client, page }) => {
    await console.open('#token=a%20token%20%26%20more')
    await expect(console.live).toBeVisible()
    expect(page.url()).not.toContain('token')
    await client.logIn()
    await expect(console.summary).toContainText('Match')
    await page.reload()
    await expect(console.logins).toHaveCount(1)
  })

  test('makes the page ask for the token, and accepts the typed one', async ({ console, client, page }) => {
    await client.logIn()
    await console.open(`#/traces/${client.simulator.traces()[0]?.id}`)
    await expect(page.getByRole('alert')).toContainText('The simulator requires a token')
    await page.getByLabel('Token', { exact: true }).fill('a guess')
    await console.button('Use the token').click()
    await expect(page.getByRole('alert')).toContainText('This token is wrong')
    await page.getByLabel('Token', { exact: true }).fill('a token & more')
    await console.button('Use the token').click()
    await expect(console.live).toBeVisible()
    await expect(console.summary).toContainText('Match')
    await expect(page.getByRole('alert')).toHaveCount(0)
  })

  test('accepts the token from an address that is pasted into an open tab', async ({ console, page }) => {
    await console.open('#/handsets')
    await expect(page.getByRole('alert')).toContainText('The simulator requires a token')
    await page.evaluate(() => window.location.assign('#token=a%20token%20%26%20more'))
    await expect(console.live).toBeVisible()
    expect(page.url()).not.toContain('token')
    await expect(page.getByRole('heading', { name: 'No login yet' })).toBeVisible()
  })
})
