// Without our Taro plugin the image request carries a Referer, and the carrier refuses it: such an app does not build.
import { fileURLToPath } from 'node:url'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page } from '@playwright/test'
import { Command } from '../../support/command'
import { NIGHTLY } from '../../support/nightly'
import { expect, test } from '../../support/test'

const BUILD = fileURLToPath(new URL('../../taro-apps/build.mjs', import.meta.url))

async function collectErrors(page: Page, app: string): Promise<string[]> {
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await startInPage(page, packMiniProgram(fileURLToPath(new URL(`../../taro-apps/dist/${app}/weapp`, import.meta.url))))
  await expect(page.locator('wx-button', { hasText: '本机号码登录' })).toBeVisible()
  return errors
}

test('a production build without the Taro plugin fails, and says which line is missing where', NIGHTLY, async () => {
  const build = new Command([BUILD, 'component-without-plugin', 'weapp'])
  expect(await build.exitCode).toBe(1)
  expect(build.output).toContain(
    "taroPluginMissing: add '@local-number/taro/taro-plugin' to plugins in config/index.ts",
  )
})

test('a development build with the Taro plugin logs no error', NIGHTLY, async ({ page }) => {
  expect(await collectErrors(page, 'component-in-development')).toEqual([])
})

test('a production build logs no error', async ({ page }) => {
  expect(await collectErrors(page, 'component')).toEqual([])
})
