// The demo's WeChat mini-program build, run by @local-number/weapp-runtime.
import type { Stack } from '@local-number/stack'
import { type Device, type DeviceSettings, packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { LoginPage } from './login-page'
import { createPhoneHost, DEMO_BUILD, PHONE } from './mini-program'
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
    if (!this.#device) throw new Error('the mini-program is not open: call begin() or open() first')
    return this.#device
  }

  async begin(handset = 'cm-5g', page = 'standard'): Promise<void> {
    await this.traffic.intercept(this.page)
    this.#device = await startInPage(this.page, packMiniProgram(DEMO_BUILD), {
      ...PHONE,
      launchUrl: `pages/${page}/index?handset=${handset}`,
      host: this.traffic.wrapHost(createPhoneHost(this.stack)),
      ...this.settings,
    })
  }

  override async readProblems() {
    const { missing, errors, warnings } = await this.device.report()
    return [...(await super.readProblems()), ...missing, ...errors, ...warnings]
  }
}
