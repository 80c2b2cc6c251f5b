// Changes made in the console change the carrier's answers.
import { NIGHTLY } from '../support/nightly'
import { createIds } from './support/login-client'
import { DESKTOP, expect, test } from './support/test'

test.use(DESKTOP)

test('another handset is made current from its card and from the header', async ({ console, client, page }) => {
  await console.open('#/handsets')
  await console.button('Make China Mobile Wi-Fi current').click()
  await expect(console.card('cm-wifi')).toContainText('Current')
  expect(await client.logIn()).toEqual(['111002'])
  await page.getByRole('button', { name: /^Current handset/ }).click()
  await page.getByRole('menuitemradio', { name: /13800138000/ }).click()
  await expect(console.card('cm-5g')).toContainText('Current')
  expect(await client.logIn()).toEqual(['000000', '000000', '000'])
})

test('editing a handset’s network, number and SIM changes its logins', NIGHTLY, async ({ console, client }) => {
  await console.open('#/handsets')
  await console.page.getByLabel('Network of China Mobile 5G').selectOption('wifi')
  await expect.poll(() => client.logIn()).toEqual(['111002'])
  await console.button('Edit China Mobile 5G').click()
  await console.dialog.getByLabel('Network').selectOption('5g')
  await console.dialog.getByLabel('Phone number').fill('13912345678')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  expect(await client.logIn({ phone: '13912345678' })).toEqual(['000000', '000000', '000'])
  await console.button('Edit China Mobile 5G').click()
  await console.dialog.getByLabel('Data-only SIM').check()
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  expect(await client.logIn()).toEqual(['111002'])
})

test(
  'a handset is added on another one’s hotspot, and deleted after confirmation',
  NIGHTLY,
  async ({ console, client, simulator }) => {
    await console.open('#/handsets')
    await console.button('Add a handset').click()
    await console.dialog.getByLabel('Id').fill('guest')
    await console.dialog.getByLabel('Name').fill('Guest <b>phone</b>')
    await console.dialog.getByLabel('Phone number').fill('13711112222')
    await console.dialog.getByLabel('Network').selectOption('wifi')
    await console.dialog.getByLabel('On the hotspot of').selectOption('cm-4g')
    await console.button('Save').click()
    await expect(console.card('guest')).toContainText('On the hotspot of China Mobile 4G')
    await expect(console.card('guest')).toContainText('Guest <b>phone</b>')
    simulator.setActiveHandset('guest')
    expect(await client.logIn({ phone: '13900139000' })).toEqual(['000000', '000000', '000'])
    simulator.setActiveHandset('cm-5g')
    await console.button('Delete Guest <b>phone</b>').click()
    await console.dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(console.card('guest')).toHaveCount(0)
  },
)

test('a refusal of the simulator is shown with its code, and the form keeps its values', async ({ console }) => {
  await console.open('#/handsets')
  await console.button('Add a handset').click()
  await console.dialog.getByLabel('Id').fill('cm-5g')
  await console.dialog.getByLabel('Name').fill('Again')
  await console.dialog.getByLabel('Phone number').fill('13711112222')
  await console.button('Save').click()
  await expect(console.dialog.getByRole('alert')).toContainText('duplicateHandset')
  await expect(console.dialog.getByLabel('Name')).toHaveValue('Again')
})

test('editing an app’s contract and IP white list changes its logins', NIGHTLY, async ({ console, client, page }) => {
  await console.open('#/apps')
  const edit = page.getByRole('button', { name: /^Edit app/ })
  await edit.click()
  await console.dialog.getByLabel('Contract').selectOption('unbound')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  expect(await client.logIn()).toEqual(['110027'])
  await edit.click()
  await console.dialog.getByLabel('Contract').selectOption('bound')
  await console.dialog.getByLabel('Limit who may call verify').check()
  await console.dialog.getByLabel('IP white list').fill('192.0.2.1')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  expect(await client.logIn()).toEqual(['000000', '000000', '110004'])
})

test('an app is added and deleted', NIGHTLY, async ({ console }) => {
  await console.open('#/apps')
  await console.button('Add an app').click()
  await console.dialog.getByRole('textbox', { name: /^appId/ }).fill('300000000001')
  await console.dialog.getByRole('textbox', { name: /^appKey/ }).fill('a-key')
  await console.button('Save').click()
  await expect(console.card('300000000001')).toContainText('No key is registered')
  await console.button('Delete app 300000000001').click()
  await console.dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(console.card('300000000001')).toHaveCount(0)
})

test(
  'a new customer key pair is shown once, downloaded, and registered instead of the old key',
  NIGHTLY,
  async ({ console, client, page }) => {
    await console.open('#/apps')
    await console.button('Generate a customer key pair').click()
    await console.dialog.getByRole('button', { name: 'Generate' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      console.button('Download the private key').click(),
    ])
    expect(download.suggestedFilename()).toBe('300011877495-customer-private-1024.pem')
    await console.dialog.getByLabel('Replace the registered keys').check()
    await console.button('Register the public key').click()
    await expect(console.dialog).toContainText('The public key is registered')
    await page.keyboard.press('Escape')
    await expect(console.dialog).toHaveCount(0)
    await expect(page.getByText('Private key')).toHaveCount(0)
    expect(await client.logIn()).toEqual(['000000', '130018'])
  },
)

test('a new platform key replaces the old one', NIGHTLY, async ({ console, simulator }) => {
  const old = simulator.apps[0]?.platformPublicKey
  await console.open('#/apps')
  await console.button('New platform key').click()
  await console.dialog.getByRole('button', { name: 'New platform key' }).click()
  await expect(console.dialog).toHaveCount(0)
  expect(simulator.apps[0]?.platformPublicKey).not.toBe(old)
})

test('a fault applies to one call, then the carrier answers normally', async ({ console, client, page }) => {
  await console.open('#/faults')
  await console.button('Switch the fault on').click()
  await expect(page.getByText('Choose at least one effect.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Forced return code' }).fill('130018')
  await page.keyboard.press('Escape')
  await console.button('Switch the fault on').click()
  await expect(console.card('forced code 130018')).toContainText('1 call left')
  await expect(page.getByRole('link', { name: '1 fault' })).toBeVisible()
  expect(await client.logIn()).toEqual(['000000', '130018'])
  await expect(page.getByText('No fault is on')).toBeVisible()
  expect(await client.logIn()).toEqual(['000000', '000000', '000'])
})

test('a fault applies to one handset until it is cleared', NIGHTLY, async ({ console, client, simulator, page }) => {
  await console.open('#/faults')
  await page.getByText('Retrieve the number').click()
  await page.getByLabel('Handset', { exact: true }).selectOption('cm-4g')
  await page.getByLabel('How often').selectOption('untilCleared')
  await page.getByLabel('Drop the connection').selectOption('request')
  await console.button('Switch the fault on').click()
  await expect(console.card('the request was lost')).toContainText('China Mobile 4G')
  expect((await client.logIn()).length).toBe(3)
  simulator.setActiveHandset('cm-4g')
  expect(await client.logIn()).toEqual(['dropped'])
  expect(await client.logIn()).toEqual(['dropped'])
  await console.button('Clear all').click()
  await console.dialog.getByRole('button', { name: 'Clear all' }).click()
  await expect(page.getByText('No fault is on')).toBeVisible()
  expect((await client.logIn({ phone: '13900139000' })).length).toBe(3)
  await page.getByRole('link', { name: 'Timeline' }).click()
  await page.locator('.trace-item').nth(1).click()
  await expect(page.locator('.seq-chip-fault')).toContainText('the request was lost')
})

test(
  'advancing the clock expires a token, and the clock goes back to real time',
  NIGHTLY,
  async ({ console, client, simulator, page }) => {
    await console.open('#/clock')
    const ids = createIds()
    await client.retrieveNumber(ids)
    const { token } = await client.getToken(ids)
    await console.button(/^Advance 61 s/).click()
    await expect(page.getByText('1 min 1 s ahead').first()).toBeVisible()
    expect(await client.verify(token)).toBe('120020')
    await page.getByLabel('Own value').fill('-61')
    await console.button('Shift the clock').click()
    await expect(page.getByText('the same')).toBeVisible()
    await console.button(/^Advance 1 day/).click()
    await expect.poll(() => simulator.clock.now() - Date.now()).toBeGreaterThan(86_000_000)
    await console.button('Back to real time').click()
    await expect(page.getByText('the same')).toBeVisible()
  },
)

test('a magic number from the table produces its code', NIGHTLY, async ({ console, client, simulator, page }) => {
  await console.open('#/magic')
  const row = page.getByRole('row', { name: /111002/ }).first()
  const number = (await row.locator('code').first().textContent()) ?? ''
  simulator.updateHandset('cm-5g', { msisdn: number })
  expect(await client.logIn()).toEqual(['111002'])
})

test(
  'copy buttons are hidden in insecure contexts, where browsers refuse the clipboard',
  NIGHTLY,
  async ({ console, page }) => {
    await console.open('#/handsets')
    await expect(page.getByRole('button', { name: /^Copy the address/ })).toHaveCount(11)
    await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
    await page.reload()
    await expect(console.card('cm-5g')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Copy the address/ })).toHaveCount(0)
  },
)
