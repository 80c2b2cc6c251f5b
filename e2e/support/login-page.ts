// The demo's page in the words of the person who uses it.
import type { Stack } from '@local-number/stack'
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'

export class LoginPage {
  constructor(
    readonly page: Page,
    private readonly stack: Stack,
    private readonly testInfo: TestInfo,
  ) {}

  /** Opens the demo with a handset of the simulator in the hand. */
  async open(handset = 'cm-5g', path = 'standard'): Promise<void> {
    await this.page.goto(`${this.stack.demo?.url}#/pages/${path}/index?handset=${handset}`)
    await expect(this.button('同意并继续')).toBeVisible()
  }

  button(name: string): Locator {
    return this.page.locator('taro-button-core:visible', { hasText: name })
  }

  get checkbox(): Locator {
    return this.page.locator('input[type=checkbox]:visible')
  }

  get phoneField(): Locator {
    return this.page.locator('.lnl-input input:visible')
  }

  get carrierImage(): Locator {
    return this.page.locator('taro-image-core')
  }

  async agree(): Promise<void> {
    await this.checkbox.check()
    await this.button('同意并继续').click()
  }

  async submit(phone: string): Promise<void> {
    await this.phoneField.fill(phone)
    await this.button('登录').first().click()
  }

  async sees(words: string): Promise<void> {
    await expect(this.page.getByText(words).locator('visible=true').first()).toBeVisible()
  }

  /** Keeps a picture of what is visible now. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: `reports/screenshots/${name}.png`, animations: 'disabled' })
    this.testInfo.annotations.push({ type: 'screenshot', description: name })
  }

  /** Holds every request to a path back until the returned function lets them go. */
  async hold(path: string): Promise<() => void> {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    await this.page.route(`**${path}*`, async (route) => {
      await gate
      await route.continue().catch(() => undefined)
    })
    return release
  }
}
