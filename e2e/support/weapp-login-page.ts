// The demo's WeChat mini-program build, run by @local-number/weapp-runtime.
import type { Device, DeviceSettings } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { type DemoSetup, LoginPage, type Places } from './login-page'
import { createPhoneHost, PHONE, packDemo } from './mini-program'
import type { Traffic } from './traffic'

export class WeappLoginPage extends LoginPage {
  protected readonly elements = { button: 'wx-button', image: 'wx-image' }
  #device: Device | null = null

  constructor(
    page: Page,
    traffic: Traffic,
    places: Places,
    testInfo: TestInfo,
    private readonly settings: Partial<DeviceSettings>,
  ) {
    super(page, traffic, places, testInfo)
  }

  get device(): Device {
    if (!this.#device) throw new Error('the mini-program is not open: call begin() or open() first')
    return this.#device
  }

  async begin(handset = 'cm-5g', page = 'standard', setup: DemoSetup = {}): Promise<void> {
    const { stack, carrierHost, wechatHost } = this.places
    await this.traffic.intercept(this.page)
    this.#device = await startInPage(this.page, packDemo(carrierHost), {
      ...PHONE,
      launchUrl: `pages/${page}/index?${this.createQuery(handset, setup)}`,
      host: { ...this.traffic.wrapHost(createPhoneHost(stack)), ...wechatHost },
      ...this.settings,
    })
  }

  override async readProblems() {
    const { missing, errors, warnings } = await this.device.report()
    return [...(await super.readProblems()), ...missing, ...errors, ...warnings]
  }

  override async setColorScheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await super.setColorScheme(colorScheme)
    await this.device.setTheme(colorScheme)
  }

  /** The keyboard offers the code. */
  async takeOverCode({ code }: { readonly code: string }): Promise<void> {
    await this.device.receiveCode(code)
    await this.phoneField.focus()
    await this.page.locator('.weapp-keyboard button', { hasText: code }).click()
  }

  async goToBackground(ms: number): Promise<void> {
    await this.device.hide()
    await this.page.clock.fastForward(ms)
  }

  async returnToForeground(): Promise<void> {
    await this.device.show()
  }
}
