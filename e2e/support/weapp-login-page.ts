// The WeChat mini-program as `taro build --type weapp` left it, in the runtime of packages/weapp-runtime.
import { fileURLToPath } from 'node:url'
import type { Stack } from '@local-number/stack'
import { type Device, type DeviceSettings, httpHost, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { LoginPage } from './login-page'
import type { Traffic } from './traffic'

const BUILD = fileURLToPath(new URL('../../apps/demo/dist/weapp', import.meta.url))

/** The addresses that are constants of the demo's build. */
const BUILT_FOR = { backend: 'http://127.0.0.1:3000', carrier: 'http://127.0.0.1:7000' }

/** The mini-program that the simulator's app knows. */
const APP_ID = 'wx10a00cf000000000'

export class WeappLoginPage extends LoginPage {
  protected readonly elements = { button: 'wx-button', checkbox: 'wx-checkbox', image: 'wx-image' }
  #device: Device | null = null
  readonly #errors: string[] = []

  constructor(
    page: Page,
    traffic: Traffic,
    testInfo: TestInfo,
    private readonly stack: Stack,
    private readonly settings: Partial<DeviceSettings>,
  ) {
    super(page, traffic, testInfo)
    page.on('pageerror', (error) => this.#errors.push(error.message))
  }

  get device(): Device {
    if (!this.#device) throw new Error('the mini-program has not been opened')
    return this.#device
  }

  protected async start(handset: string, page: string): Promise<void> {
    await this.traffic.watch(this.page)
    const { backend, simulator } = this.stack
    const found = (url: string) =>
      url.replace(BUILT_FOR.backend, backend.url).replace(BUILT_FOR.carrier, simulator.origin)
    this.#device = await startInPage(this.page, packMiniProgram(BUILD), {
      appId: APP_ID,
      launchUrl: `pages/${page}/index?handset=${handset}`,
      host: this.traffic.host(httpHost(), found),
      ...this.settings,
    })
  }

  async problems() {
    const { missing, errors, warnings } = await this.device.report()
    return [...this.#errors, ...missing, ...errors, ...warnings]
  }
}
