// Without our Taro plugin the image request carries a Referer, and the carrier refuses it: a development build warns.
import { fileURLToPath } from 'node:url'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page } from '@playwright/test'
import { NIGHTLY } from '../../support/nightly'
import { expect, test } from '../../support/test'

async function collectErrors(page: Page, app: string): Promise<string[]> {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await startInPage(page, packMiniProgram(fileURLToPath(new URL(`../../taro-apps/dist/${app}/weapp`, import.meta.url))))
  await expect(page.getByText('同意并继续')).toBeVisible()
  return errors
}

test('a development build without the Taro plugin logs taroPluginMissing', NIGHTLY, async ({ page }) => {
  const errors = await collectErrors(page, 'component-without-plugin')
  await expect.poll(() => errors).toEqual([expect.stringContaining('taroPluginMissing')])
})

test('a development build with the Taro plugin logs no error', NIGHTLY, async ({ page }) => {
  expect(await collectErrors(page, 'component-in-development')).toEqual([])
})

test('a production build logs no error', async ({ page }) => {
  expect(await collectErrors(page, 'component')).toEqual([])
})
