// What is typed: held as it is typed, looked at before it is sent, and not lost without a question.
import type { Locator } from '@playwright/test'
import { AT_A_DESK, expect, test } from './support/test'

test.use({ ...AT_A_DESK, viewport: { width: 1280, height: 600 } })

/** In view, and under nothing else. */
async function expectInSight(shown: Locator): Promise<void> {
  await expect(shown).toBeInViewport()
  await shown.click({ trial: true })
}

test('a refusal is in sight above the buttons, and beside the field that it is of', async ({ console }) => {
  await console.open('#/apps')
  await console.button(/^Edit app/).click()
  await console.dialog.getByLabel('Customer public keys').fill('no key')
  await console.dialog.getByLabel('Contract').scrollIntoViewIfNeeded()
  await console.button('Save').click()
  await expectInSight(console.dialog.getByRole('alert'))
  await expect(console.dialog.getByRole('alert')).toContainText('customerPublicKeys[0] is not an RSA key')
  await expect(console.dialog.getByLabel('Customer public keys')).toBeFocused()
  await expect(console.dialog.getByLabel('Customer public keys')).toHaveAccessibleDescription(/is not an RSA key/)
})

test('a mistake is said in the page’s own words, and nothing is sent', async ({ console, page }) => {
  await console.open('#/handsets')
  await console.button('Add a handset').click()
  const id = console.dialog.getByLabel('Id')
  await id.fill('Not An Id')
  await console.button('Save').click()
  await expect(id).toBeFocused()
  await expect(id).toHaveAccessibleDescription(/Lower-case letters, digits and dashes only/)
  await expect(console.dialog).toContainText('11 digits that begin with 1')
  await expect(page.locator('.card')).toHaveCount(7)
})

test('ten that was cleared for five is five', async ({ console }) => {
  await console.open('#/apps')
  await console.button(/^Edit app/).click()
  const limit = console.dialog.getByLabel('Checks per number and day')
  await limit.fill('')
  await expect(limit).toHaveValue('')
  await limit.pressSequentially('5')
  await expect(limit).toHaveValue('5')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  await expect(console.card('300011877495')).toContainText(/Checks per number and day\s*5\D/)
})

test('what was typed is not lost to Escape or a click beside it', async ({ console, page }) => {
  await console.open('#/handsets')
  await console.button('Edit China Mobile 5G').click()
  const name = page.getByLabel('Name')
  await name.fill('Mine')
  await page.mouse.click(100, 300)
  await expect(name).toHaveValue('Mine')
  await page.keyboard.press('Escape')
  await expect(page.getByText('What you typed is not saved.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('What you typed is not saved.')).toHaveCount(0)
  await expect(name).toHaveValue('Mine')
  await page.keyboard.press('Escape')
  await console.button('Discard').click()
  await expect(console.dialog).toHaveCount(0)
  await expect(console.card('cm-5g')).not.toContainText('Mine')
  await console.button('Edit China Mobile 5G').click()
  await page.keyboard.press('Escape')
  await expect(console.dialog).toHaveCount(0)
})

test('a data-only SIM is tried without losing the number', async ({ console, page }) => {
  await console.open('#/handsets')
  await console.button('Edit China Mobile 5G').click()
  await page.getByLabel('Data-only SIM').check()
  await page.getByLabel('Data-only SIM').uncheck()
  await expect(page.getByLabel('Phone number')).toHaveValue('13800138000')
})

test('what another tab changed meanwhile stays', async ({ console, simulator }) => {
  await console.open('#/handsets')
  await console.button('Edit China Mobile 5G').click()
  simulator.updateHandset('cm-5g', { network: 'wifi' })
  await console.dialog.getByLabel('Name').fill('Mine')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  await expect(console.card('cm-5g')).toContainText('Mine')
  await expect(console.page.getByLabel('Network of Mine')).toHaveValue('wifi')
})

test('a private key that nobody took is not closed away without a question', async ({ console, page }) => {
  await console.open('#/apps')
  await console.button('Generate a customer key pair').click()
  await console.button('Generate').click()
  await expect(page.getByText('Private key (PKCS#8)')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('neither downloaded nor copied')).toBeVisible()
  await console.button('Cancel').click()
  await console.button('Download the private key').click()
  await page.keyboard.press('Escape')
  await expect(console.dialog).toHaveCount(0)
})

test('a fault that was half described is still there after a look at another page', async ({ console, page }) => {
  await console.open('#/faults')
  await page.getByLabel('HTTP status').fill('700')
  await page.getByRole('link', { name: 'Handsets' }).click()
  await page.getByRole('link', { name: 'Faults' }).click()
  await expect(page.getByLabel('HTTP status')).toHaveValue('700')
  await console.button('Switch the fault on').click()
  await expect(page.getByText('from 500 to 599')).toBeVisible()
  await page.getByLabel('HTTP status').fill('503')
  await console.button('Switch the fault on').click()
  await expect(page.getByRole('link', { name: '1 fault' })).toBeVisible()
})

test('a fault for a handset that is deleted meanwhile is not one for every handset', async ({
  console,
  page,
  simulator,
}) => {
  await console.open('#/faults')
  await page.getByLabel('Handset', { exact: true }).selectOption('cm-4g')
  await page.getByLabel('HTTP status').fill('503')
  await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-4g`, { method: 'DELETE' })
  await expect(page.getByRole('option', { name: 'cm-4g (deleted)', selected: true })).toBeAttached()
  await console.button('Switch the fault on').click()
  await expect(page.getByText('It may have been deleted elsewhere.')).toBeVisible()
  await page.getByLabel('Handset', { exact: true }).selectOption('cm-5g')
  await console.button('Switch the fault on').click()
  await expect(page.getByRole('link', { name: '1 fault' })).toBeVisible()
})

test('long words leave every card its buttons', async ({ console, simulator }) => {
  simulator.fault({ call: 'verify', effect: { redirect: `https://portal.example/${'a'.repeat(300)}` } })
  simulator.updateHandset('cm-5g', { label: 'W'.repeat(40) })
  await console.open('#/faults')
  await expectInSight(console.button('Clear'))
  await console.open('#/handsets')
  await expectInSight(console.button(`Delete ${'W'.repeat(40)}`))
  expect(await console.overflow()).toBe(0)
})
