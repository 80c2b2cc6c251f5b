// Without the Taro plugin the image has a Referer, and the carrier refuses it: a development build says so.
import { fileURLToPath } from 'node:url'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../../support/test'

async function saidBy(page: Page, app: string): Promise<string[]> {
  const said: string[] = []
  page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
  await startInPage(page, packMiniProgram(fileURLToPath(new URL(`../../taro-apps/dist/${app}/weapp`, import.meta.url))))
  await expect(page.getByText('同意并继续')).toBeVisible()
  return said
}

test('a development build without the plugin says what is missing, and how to add it', async ({ page }) => {
  const said = await saidBy(page, 'component-without-plugin')
  await expect.poll(() => said).toEqual([expect.stringContaining('taroPluginMissing')])
})

test('a development build with the plugin has nothing to say', async ({ page }) => {
  expect(await saidBy(page, 'component-in-development')).toEqual([])
})

test('a build for users has nothing to say', async ({ page }) => {
  expect(await saidBy(page, 'component')).toEqual([])
})
