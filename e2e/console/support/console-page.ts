// A page model of the console.
import type { Locator, Page } from '@playwright/test'

export class ConsolePage {
  /** Errors that are not visible on the page. */
  readonly hiddenErrors: string[] = []

  constructor(
    readonly page: Page,
    private readonly origin: () => string,
  ) {
    page.on('pageerror', (error) => this.hiddenErrors.push(error.message))
    page.on('console', (message) => {
      // Connections that a test breaks are not errors of the page.
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) {
        this.hiddenErrors.push(message.text())
      }
    })
  }

  async open(hash = '#/'): Promise<void> {
    await this.page.goto(`${this.origin()}/${hash}`)
  }

  /** Closes an open dialog and goes to another page of the console, without loading the document again. */
  async navigateTo(hash: string): Promise<void> {
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

  /** The card of a handset, an app or a fault that contains this text. */
  card(text: string): Locator {
    return this.page.locator('.card', { hasText: text })
  }

  /** How much wider the page is than the window, in pixels. */
  measureOverflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  }
}
