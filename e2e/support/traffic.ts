// What passes between phone and servers, in the hands of a test: held back, answered in a server's place, or awaited.

import type { Host } from '@local-number/weapp-runtime'
import type { Page } from '@playwright/test'

/** By a piece of the URL. */
export class Traffic {
  readonly #gates = new Map<string, Promise<void>>()
  readonly #answers = new Map<string, object>()
  readonly #awaited = new Map<string, () => void>()

  /** Holds every request to a path back until the returned function lets them go. */
  hold(path: string): () => void {
    let release: () => void = () => undefined
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    this.#gates.set(path, gate)
    return () => {
      this.#gates.delete(path)
      release()
    }
  }

  /** Answers a path with JSON, in its server's place. */
  answer(path: string, json: object): void {
    this.#answers.set(path, json)
  }

  /** Resolves once the next answer of a path has arrived. */
  answered(path: string): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited.set(path, resolve)
    })
  }

  /** Of a page that asks for itself. */
  async watch(page: Page): Promise<void> {
    await page.route('**/*', async (route) => {
      const url = route.request().url()
      const answer = this.#of(this.#answers, url)
      if (answer) return route.fulfill({ json: answer })
      await this.#of(this.#gates, url)
      // A page that left in the meantime has nothing to continue.
      await route.fallback().catch(() => undefined)
    })
    page.on('requestfinished', (request) => this.#arrived(request.url()))
  }

  /** The same for a mini-program, whose requests the phone makes. */
  host(host: Host): Host {
    return {
      ...host,
      request: async (request) => {
        const answer = this.#of(this.#answers, request.url)
        if (answer)
          return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(answer) }
        await this.#of(this.#gates, request.url)
        const answered = await host.request(request)
        this.#arrived(request.url)
        return answered
      },
    }
  }

  #of<T>(table: Map<string, T>, url: string): T | undefined {
    const [path] = [...table.keys()].filter((each) => url.includes(each))
    return path === undefined ? undefined : table.get(path)
  }

  #arrived(url: string): void {
    this.#of(this.#awaited, url)?.()
  }
}
