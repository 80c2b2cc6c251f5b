// Page object: the demo as its user operates it, the same for all builds.
import type { Stack } from '@local-number/stack'
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import type { Traffic } from './traffic'

/** Which editions of the check the demo's login may use. */
export type DemoEdition = 'image' | 'https' | 'both'

/** What differs between the builds. */
interface Elements {
  readonly button: string
  readonly checkbox: string
  readonly image: string
}

/** Where the demo finds the servers of a test. */
export interface Places {
  readonly stack: Stack
  /** Host of the carrier. */
  readonly carrierHost: '127.0.0.1' | 'localhost'
}

export abstract class LoginPage {
  protected abstract readonly elements: Elements
  readonly #errors: string[] = []

  constructor(
    readonly page: Page,
    readonly traffic: Traffic,
    protected readonly places: Places,
    private readonly testInfo: TestInfo,
  ) {
    page.on('pageerror', (error) => this.#errors.push(error.message))
  }

  /** Starts the demo at one of its pages, on one of the simulator's handsets. */
  abstract begin(handset?: string, page?: string, edition?: DemoEdition): Promise<void>

  /** Errors that the user does not see. */
  async readProblems(): Promise<readonly string[]> {
    return this.#errors
  }

  /** Starts the demo and waits until it offers the login. */
  async open(handset?: string, page?: string, edition?: DemoEdition): Promise<void> {
    await this.begin(handset, page, edition)
    await expect(this.getButton('同意并继续')).toBeVisible()
  }

  /** The user switches to another app for a while; needs an installed clock. */
  abstract goToBackground(ms: number): Promise<void>
  abstract returnToForeground(): Promise<void>

  getButton(name: string): Locator {
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
    await this.getButton('同意并继续').click()
  }

  async submit(phone: string): Promise<void> {
    await this.phoneField.fill(phone)
    await this.getButton('登录').first().click()
  }

  async expectText(text: string): Promise<void> {
    await expect(this.page.getByText(text).locator('visible=true').first()).toBeVisible()
  }

  /** Saves a screenshot, only with `npm run pictures`: each takes 0.2 s. */
  async takePicture(name: string): Promise<void> {
    if (!process.env.PICTURES) return
    const file = `${this.testInfo.project.name}-${name}`
    await this.page.screenshot({ path: `reports/screenshots/${file}.png`, animations: 'disabled' })
    this.testInfo.annotations.push({ type: 'screenshot', description: file })
  }
}
