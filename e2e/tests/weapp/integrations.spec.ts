// The compiled component with a cloud function as business server, and with an SDK that has the carrier's interface.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { createHttpHost, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page } from '@playwright/test'
import { createEnvironment, startCarrier } from '../../../apps/cloud-function/test/support/environment'
import { createLogLines } from '../../../apps/cloud-function/test/support/log-lines'
import { createCloud, invoke } from '../../../apps/cloud-function/test/support/wx-cloud'
import { createCloudDatabase } from '../../../packages/server/test/support/cloud-database-stand-in'
import { PHONE } from '../../support/mini-program'
import { expect, test } from '../../support/test'

const BUILD = fileURLToPath(new URL('../../taro-apps/dist/integrations/weapp', import.meta.url))
const UPLOADED = fileURLToPath(new URL('../../../apps/cloud-function/dist/local-number.js', import.meta.url))
const NUMBER = '13800138000'

async function logIn(page: Page, number: string): Promise<void> {
  await page.locator('.lnl-checkbox').click()
  await page.locator('wx-button', { hasText: '本机号码登录' }).click()
  await page.locator('.lnl-input input').fill(number)
  await page.locator('wx-button', { hasText: '登录' }).first().click()
}

test('with a cloud function as business server a wrong number is rejected and the right one verified', async ({
  page,
}) => {
  const carrier = await startCarrier()
  const { createMain } = createRequire(import.meta.url)(UPLOADED) as typeof import('@local-number/cloud-function')
  const main = createMain(createCloud(createCloudDatabase()), createEnvironment(carrier), createLogLines())
  const phone = await startInPage(page, packMiniProgram(BUILD), {
    ...PHONE,
    launchUrl: `pages/index/index?carrier=${encodeURIComponent(carrier.origin)}&cloud=local-number`,
    host: createHttpHost({ 'local-number': (event) => invoke(main, event, 'oAlice-of_this-app-1234567890') }),
  })
  await logIn(page, '13900139000')
  await expect(page.locator('.lnl-problem')).toBeVisible()
  await page.locator('.lnl-input input').fill(NUMBER)
  await page.locator('wx-button', { hasText: '登录' }).first().click()
  await expect(page.locator('.lnl-headline', { hasText: '验证成功' })).toBeVisible()
  expect(await phone.report()).toEqual({ missing: [], errors: [], warnings: [] })
  await carrier.stop()
})

test('a number is verified with an SDK that has the interface of the carrier’s script', async ({
  page,
  stack,
  carrierLog,
}) => {
  const { simulator, backend } = stack
  const addresses = { carrier: simulator.origin, backend: backend.url }
  const query = new URLSearchParams({ ...addresses, script: '1' })
  const phone = await startInPage(page, packMiniProgram(BUILD), {
    ...PHONE,
    launchUrl: `pages/index/index?${query}`,
  })
  await logIn(page, NUMBER)
  await expect(page.locator('.lnl-headline', { hasText: '验证成功' })).toBeVisible()
  expect(carrierLog.map((line) => line.split(' ')[2])).toEqual(['getMobile', 'getToken', 'verify'])
  expect(await phone.report()).toEqual({ missing: [], errors: [], warnings: [] })
})
