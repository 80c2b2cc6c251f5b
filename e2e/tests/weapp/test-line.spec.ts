// The demo built for the carrier's test line, connected to the simulator's test line instead.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { findFreePorts } from '@local-number/service-kit/free-ports'
import { ANY_PORTS, type Stack, startStack } from '@local-number/stack'
import { createHttpHost, type DeviceSettings, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { expect, type Page, test } from '@playwright/test'
import { Checkout } from '../../support/checkout'
import { Command } from '../../support/command'

const PHONE = '18800008888'
const TEST_LINE = 'http://120.197.235.102:7002'

test.describe.configure({ mode: 'serial', timeout: 480_000 })

let checkout: Checkout
let stack: Stack
const carrierLog: string[] = []
const watches: Command[] = []

/** Runs `npm run watch:weapp`: a build without watching is a production build, which refuses the test line. */
function watch(env: NodeJS.ProcessEnv): Command {
  const cli = createRequire(join(checkout.demo, 'package.json')).resolve('@tarojs/cli/bin/taro')
  const args = [cli, 'build', '--type', 'weapp', '--watch', '--no-check']
  const taro = new Command(args, { DEMO_LINE: 'test', ...env }, checkout.demo)
  watches.push(taro)
  return taro
}

test.beforeAll(async () => {
  checkout = new Checkout()
  const [testLinePort] = await findFreePorts(1)
  stack = await startStack({
    env: {
      ...ANY_PORTS,
      DATA_DIR: checkout.data,
      SIMULATOR_TEST_LINE_PORT: String(testLinePort),
      LOCAL_NUMBER_LINE: 'test',
      LOCAL_NUMBER_VERIFY_ORIGIN: `http://127.0.0.1:${testLinePort}`,
    },
    onCarrierMessage: (line) => carrierLog.push(line),
  })
  const taro = watch({
    DEMO_APP_ID: '300011877495',
    DEMO_TEST_PHONE: PHONE,
    DEMO_BACKEND_URL: stack.backend.url,
  })
  await expect.poll(() => taro.output, { timeout: 180_000 }).toContain('Watching...')
})
test.afterAll(async () => {
  for (const { process, exitCode } of watches) {
    process.kill()
    await exitCode
  }
  await stack.stop()
  checkout.remove()
})

/** Redirects requests for the carrier to the simulator, so that no request leaves this machine. */
async function open(page: Page, settings: Partial<DeviceSettings> = {}): Promise<void> {
  const { testLineOrigin } = stack.simulator
  const redirect = (url: string) => url.replace(TEST_LINE, testLineOrigin)
  await page.route(`${TEST_LINE}/**`, async (route) => {
    const response = await fetch(redirect(route.request().url()))
    const contentType = response.headers.get('content-type') ?? ''
    await route.fulfill({ status: response.status, contentType, body: Buffer.from(await response.arrayBuffer()) })
  })
  const host = createHttpHost()
  await startInPage(page, packMiniProgram(join(checkout.demo, 'dist/weapp')), {
    appId: 'wx10a00cf000000000',
    host: { ...host, request: (request) => host.request({ ...request, url: redirect(request.url) }) },
    ...settings,
  })
  await expect(page.getByText('运营商的测试线')).toBeVisible()
}

test('the test-line build logs in with its test number on Wi-Fi and shows no simulated phones', async ({ page }) => {
  await open(page, { networkType: 'wifi' })
  await expect(page.getByText('模拟手机')).toHaveCount(0)
  await expect(page.locator('.demo-warning')).toHaveCount(0)
  await page.locator('.lnl-checkbox').click()
  await page.locator('wx-button', { hasText: '本机号码登录' }).click()
  await page.locator('.lnl-input input').fill(PHONE)
  await page.locator('wx-button', { hasText: '登录' }).first().click()
  await expect(page.locator('.lnl-headline', { hasText: '验证成功' })).toBeVisible()
  expect(carrierLog.map((line) => line.split(' ').slice(1, 5).join(' '))).toEqual([
    'test getMobile - 000000',
    'test getToken - 000000',
    'test verify - 000',
  ])
})

test('the test-line build warns in DevTools, on the page and on the console, that a PC gets 111034', async ({
  page,
}) => {
  const messages: string[] = []
  page.on('console', (message) => messages.push(message.text()))
  await open(page, { system: { platform: 'devtools' } })
  await expect(page.locator('.demo-warning')).toContainText('111034')
  await expect.poll(() => messages.filter((line) => line.startsWith('devToolsReferer'))).toHaveLength(1)
})

for (const [variable, env] of [
  ['DEMO_TEST_PHONE', { DEMO_APP_ID: '300011877495' }],
  ['DEMO_BACKEND_URL', { DEMO_TEST_PHONE: PHONE }],
  ['DEMO_LINE must be one of simulator, test, production', { DEMO_LINE: 'real' }],
] as const) {
  test(`a build for a line of the carrier stops with a message that contains ${variable}`, async () => {
    const build = watch(env)
    expect(await build.exitCode).not.toBe(0)
    expect(build.output).toContain(variable)
  })
}
