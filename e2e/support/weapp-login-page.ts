// The WeChat mini-program as `taro build --type weapp` left it, in the runtime of packages/testing/weapp-runtime.
import type { Stack } from '@local-number/stack'
import { type Device, type DeviceSettings, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { LoginPage } from './login-page'
import { DEMO_BUILD, PHONE, phoneHost } from './mini-program'
import type { Traffic } from './traffic'

export class WeappLoginPage extends LoginPage {
  protected readonly elements = { button: 'wx-button', checkbox: 'wx-checkbox', image: 'wx-image' }
  #device: Device | null = null

  constructor(
    page: Page,
    traffic: Traffic,
    stack: Stack,
    testInfo: TestInfo,
    private readonly settings: Partial<DeviceSettings>,
  ) {
    super(page, traffic, stack, testInfo)
  }

  get device(): Device {
    if (!this.#device) throw new Error('the mini-program has not been opened')
    return this.#device
  }

  async begin(handset = 'cm-5g', page = 'standard'): Promise<void> {
    await this.traffic.watch(this.page)
    this.#device = await startInPage(this.page, packMiniProgram(DEMO_BUILD), {
      ...PHONE,
      launchUrl: `pages/${page}/index?handset=${handset}`,
      host: this.traffic.host(phoneHost(this.stack)),
      ...this.settings,
    })
  }

  override async problems() {
    const { missing, errors, warnings } = await this.device.report()
    return [...(await super.problems()), ...missing, ...errors, ...warnings]
  }
}
