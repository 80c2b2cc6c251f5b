// The demo in the words of the person who uses it, whatever it was built for.
import type { Stack } from '@local-number/stack'
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import type { Traffic } from './traffic'

/** What differs between the builds. */
interface Elements {
  readonly button: string
  readonly checkbox: string
  readonly image: string
}

export abstract class LoginPage {
  protected abstract readonly elements: Elements
  readonly #errors: string[] = []

  constructor(
    readonly page: Page,
    readonly traffic: Traffic,
    protected readonly stack: Stack,
    private readonly testInfo: TestInfo,
  ) {
    page.on('pageerror', (error) => this.#errors.push(error.message))
  }

  /** Starts the demo at one of its pages with a handset of the simulator in the hand. */
  abstract begin(handset?: string, page?: string): Promise<void>

  /** Whatever went wrong without a person seeing it. */
  async problems(): Promise<readonly string[]> {
    return this.#errors
  }

  /** Begins, and waits until a login is offered. */
  async open(handset?: string, page?: string): Promise<void> {
    await this.begin(handset, page)
    await expect(this.button('同意并继续')).toBeVisible()
  }

  button(name: string): Locator {
    return this.page.locator(`${this.elements.button}:visible`, { hasText: name })
  }

  get checkbox(): Locator {
    return this.page.locator(`${this.elements.checkbox}:visible`)
  }

  get phoneField(): Locator {
    return this.page.locator('.lnl-input input:visible')
  }

  get carrierImage(): Locator {
    return this.page.locator(this.elements.image)
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

  /** With `npm run pictures`: keeps a picture of what is visible now. Each takes a fifth of a second. */
  async picture(name: string): Promise<void> {
    if (!process.env.PICTURES) return
    const file = `${this.testInfo.project.name}-${name}`
    await this.page.screenshot({ path: `reports/screenshots/${file}.png`, animations: 'disabled' })
    this.testInfo.annotations.push({ type: 'screenshot', description: file })
  }
}
