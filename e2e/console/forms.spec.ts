// Forms: values stay as typed, are checked before they are sent, and are not lost without a question.

import type { Locator } from '@playwright/test'
import { NIGHTLY } from '../support/nightly'
import { DESKTOP, expect, test } from './support/test'

test.use({ ...DESKTOP, viewport: { width: 1280, height: 600 } })

/** In view, and not covered. */
async function expectVisible(shown: Locator): Promise<void> {
  await expect(shown).toBeInViewport()
  await shown.click({ trial: true })
}

test('a refusal is visible above the buttons, and beside the field at fault', NIGHTLY, async ({ console }) => {
  await console.open('#/apps')
  await console.button(/^Edit app/).click()
  await console.dialog.getByLabel('Customer public keys').fill('no key')
  await console.dialog.getByLabel('Contract').scrollIntoViewIfNeeded()
  await console.button('Save').click()
  await expectVisible(console.dialog.getByRole('alert'))
  await expect(console.dialog.getByRole('alert')).toContainText('customerPublicKeys[0] is not an RSA key')
  await expect(console.dialog.getByLabel('Customer public keys')).toBeFocused()
  await expect(console.dialog.getByLabel('Customer public keys')).toHaveAccessibleDescription(/is not an RSA key/)
})

test('a mistake is explained beside its field, and nothing is sent', async ({ console, page }) => {
  await console.open('#/handsets')
  await console.button('Add a handset').click()
  const id = console.dialog.getByLabel('Id')
  await id.fill('Not An Id')
  await console.button('Save').click()
  await expect(id).toBeFocused()
  await expect(id).toHaveAccessibleDescription(/Lower-case letters, digits and dashes only/)
  await expect(console.dialog).toContainText('11 digits that begin with 1')
  await expect(page.locator('.card')).toHaveCount(11)
})

test('a number field that is cleared and refilled has the new value', NIGHTLY, async ({ console }) => {
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

test('unsaved changes are not lost to Escape or to a click beside the drawer', async ({ console, page }) => {
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

test('the number is kept while the SIM is switched to data-only and back', NIGHTLY, async ({ console, page }) => {
  await console.open('#/handsets')
  await console.button('Edit China Mobile 5G').click()
  await page.getByLabel('Data-only SIM').check()
  await page.getByLabel('Data-only SIM').uncheck()
  await expect(page.getByLabel('Phone number')).toHaveValue('13800138000')
})

test('saving keeps what another tab changed meanwhile', NIGHTLY, async ({ console, simulator }) => {
  await console.open('#/handsets')
  await console.button('Edit China Mobile 5G').click()
  simulator.updateHandset('cm-5g', { network: 'wifi' })
  await console.dialog.getByLabel('Name').fill('Mine')
  await console.button('Save').click()
  await expect(console.dialog).toHaveCount(0)
  await expect(console.card('cm-5g')).toContainText('Mine')
  await expect(console.page.getByLabel('Network of Mine')).toHaveValue('wifi')
})

test('a dialog with an unsaved private key asks before it closes', NIGHTLY, async ({ console, page }) => {
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

test('a half-filled fault form is kept while another page is shown', NIGHTLY, async ({ console, page }) => {
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

test(
  'a fault for a handset that was deleted meanwhile does not become one for every handset',
  NIGHTLY,
  async ({ console, page, simulator }) => {
    await console.open('#/faults')
    await page.getByLabel('Handset', { exact: true }).selectOption('cm-4g')
    await page.getByLabel('HTTP status').fill('503')
    await fetch(`${simulator.adminOrigin}/_sim/handsets/cm-4g`, { method: 'DELETE' })
    await expect(page.getByRole('option', { name: 'cm-4g (deleted)', selected: true })).toBeAttached()
    await console.button('Switch the fault on').click()
    await expect(page.getByRole('alert').getByText('It may have been deleted elsewhere.')).toBeVisible()
    await expect(page.getByLabel('Handset', { exact: true })).toHaveAccessibleDescription(/There is no such handset/)
    await page.getByLabel('Handset', { exact: true }).selectOption('cm-5g')
    await console.button('Switch the fault on').click()
    await expect(page.getByRole('link', { name: '1 fault' })).toBeVisible()
  },
)

test('long words do not push the buttons off their cards', NIGHTLY, async ({ console, simulator }) => {
  simulator.fault({ call: 'verify', effect: { redirect: `https://portal.example/${'a'.repeat(300)}` } })
  simulator.updateHandset('cm-5g', { label: 'W'.repeat(40) })
  await console.open('#/faults')
  await expectVisible(console.button('Clear'))
  await console.open('#/handsets')
  await expectVisible(console.button(`Delete ${'W'.repeat(40)}`))
  expect(await console.measureOverflow()).toBe(0)
})
