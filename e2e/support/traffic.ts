// Controls the requests of a phone: a test can hold them back, answer them itself, or wait for their answers.

import type { Host } from '@local-number/weapp-runtime'
import type { Page } from '@playwright/test'

export interface ReceivedAnswer {
  /** The last part of the URL's path, such as `check`. */
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface SentCall {
  /** The last part of the URL's path, such as `sign`. */
  readonly name: string
  readonly body: Readonly<Record<string, unknown>>
}

interface Answer {
  readonly status: number
  readonly json: object
}

/** Each method takes a part of the URL, such as `/sign`. */
export class Traffic {
  /** What the phone has posted, in order. */
  readonly sent: SentCall[] = []
  /** What the business server has answered the phone, in order. */
  readonly received: ReceivedAnswer[] = []
  readonly #gates = new Map<string, Promise<void>>()
  readonly #answerGates = new Map<string, Promise<void>>()
  /** `null` cuts the connection. */
  readonly #answers = new Map<string, Answer | null>()
  readonly #awaited = new Map<string, () => void>()
  readonly #sending = new Map<string, () => void>()

  /** Holds back all requests to a path until the returned function is called. */
  hold(path: string): () => void {
    return close(this.#gates, path)
  }

  /** Lets requests to a path reach the server, and holds back its answers. Mini-programs only. */
  holdAnswer(path: string): () => void {
    return close(this.#answerGates, path)
  }

  /** Holds back all requests to a path until one to another path is sent: they must not wait for each other. */
  holdUntilSent(path: string, other: string): void {
    this.#sending.set(other, this.hold(path))
  }

  /** Answers requests to a path with JSON; they do not reach the server. */
  answer(path: string, json: object, status = 200): void {
    this.#answers.set(path, { status, json })
  }

  /** Cuts the connection of requests to a path. */
  cut(path: string): void {
    this.#answers.set(path, null)
  }

  /** Lets requests to a path reach the server again. */
  stopAnswering(path: string): void {
    this.#answers.delete(path)
  }

  /** Resolves when the next answer from a path has arrived. */
  waitForAnswer(path: string): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited.set(path, resolve)
    })
  }

  /** Intercepts the requests that a page sends itself. */
  async intercept(page: Page): Promise<void> {
    await page.route('**/*', async (route) => {
      const url = route.request().url()
      this.#record(url, route.request().postData())
      const answer = this.#find(this.#answers, url)
      if (answer === null) return route.abort()
      if (answer) return route.fulfill(answer)
      await this.#find(this.#gates, url)
      // Fails when the page was closed in the meantime: then there is nothing to continue.
      await route.fallback().catch(() => undefined)
    })
    page.on('requestfinished', (request) => this.#recordArrival(request.url()))
    page.on('response', async (response) => {
      // The body is gone if the page was closed in the meantime.
      if (isOfBusinessServer(response.url())) this.#receive(response.url(), await response.text().catch(() => ''))
    })
  }

  /** Intercepts the requests that the phone sends for a mini-program. */
  wrapHost(host: Host): Host {
    return {
      ...host,
      request: async (request) => {
        this.#record(request.url, request.body)
        const answer = this.#find(this.#answers, request.url)
        if (answer === null) throw new Error(`the connection of ${request.url} is cut`)
        if (answer) {
          const { status, json } = answer
          return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(json) }
        }
        await this.#find(this.#gates, request.url)
        const response = await host.request(request)
        this.#recordArrival(request.url)
        if (isOfBusinessServer(request.url)) this.#receive(request.url, response.body)
        await this.#find(this.#answerGates, request.url)
        return response
      },
    }
  }

  #find<T>(table: Map<string, T>, url: string): T | undefined {
    const [path] = [...table.keys()].filter((each) => url.includes(each))
    return path === undefined ? undefined : table.get(path)
  }

  #record(url: string, body: string | null): void {
    if (body === null) return
    this.sent.push({ name: readName(url), body: JSON.parse(body) })
    this.#find(this.#sending, url)?.()
  }

  #receive(url: string, body: string): void {
    if (body !== '') this.received.push({ name: readName(url), body: JSON.parse(body) })
  }

  #recordArrival(url: string): void {
    this.#find(this.#awaited, url)?.()
  }
}

const isOfBusinessServer = (url: string) => url.includes('/api/local-number/')

const readName = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

/** @returns opens the gate again */
function close(gates: Map<string, Promise<void>>, path: string): () => void {
  let open: () => void = () => undefined
  gates.set(
    path,
    new Promise((resolve) => {
      open = resolve
    }),
  )
  return () => {
    gates.delete(path)
    open()
  }
}
