// The console in the words of the person who looks at it.
import type { Locator, Page } from '@playwright/test'

export class ConsolePage {
  /** What went wrong in the page without a person seeing it. */
  readonly problems: string[] = []

  constructor(
    readonly page: Page,
    private readonly origin: () => string,
  ) {
    page.on('pageerror', (error) => this.problems.push(error.message))
    page.on('console', (message) => {
      // A connection that is lost on purpose is no problem of the page.
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) {
        this.problems.push(message.text())
      }
    })
  }

  async open(hash = '#/'): Promise<void> {
    await this.page.goto(`${this.origin()}/${hash}`)
  }

  /** Closes what is open and follows a link to another page of the console, without loading anything. */
  async turnTo(hash: string): Promise<void> {
    if (await this.dialog.isVisible()) await this.page.keyboard.press('Escape')
    await this.dialog.waitFor({ state: 'detached' })
    await this.page.evaluate((target) => window.location.replace(target), hash)
    await this.page.waitForURL((url) => url.hash === hash)
  }

  get live(): Locator {
    return this.page.getByText(/^(Live|实时)$/)
  }

  get logins(): Locator {
    return this.page.locator('.trace-item')
  }

  get summary(): Locator {
    return this.page.locator('.seq-summary')
  }

  get calls(): Locator {
    return this.page.locator('.seq-call')
  }

  arrow(kind: string): Locator {
    return this.page.locator(`[data-arrow="${kind}"]`).last()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** The card of a handset, an app or a fault. */
  card(text: string): Locator {
    return this.page.locator('.card', { hasText: text })
  }

  /** How much wider the page is than the window, in pixels. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
}
