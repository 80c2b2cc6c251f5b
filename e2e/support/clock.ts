// A clock that tests move forward, in the page and on the servers.
import type { Page } from '@playwright/test'

export class Clock {
  #ahead = 0

  constructor(private readonly page: Page) {}

  readonly now = () => Date.now() + this.#ahead

  /** Moves the time of page, carrier and backend forward. */
  async advance(ms: number): Promise<void> {
    this.advanceServers(ms)
    await this.page.clock.fastForward(ms)
  }

  /** Moves the time of carrier and backend forward; the phone's clock stands still. */
  advanceServers(ms: number): void {
    this.#ahead += ms
  }
}
