// Time under control, in the page and in the servers.
import type { Page } from '@playwright/test'

export class Clock {
  #ahead = 0

  constructor(private readonly page: Page) {}

  readonly now = () => Date.now() + this.#ahead

  /** Lets time pass everywhere: in the page, at the carrier and at the backend. */
  async pass(ms: number): Promise<void> {
    this.passAtServers(ms)
    await this.page.clock.fastForward(ms)
  }

  /** Lets time pass at carrier and backend only, as if the phone's clock stood still. */
  passAtServers(ms: number): void {
    this.#ahead += ms
  }
}
