// A web page's window: a network whose answers the scenario decides, under the phone's clock.
import type { PhoneClock } from '../phone/clock'
import type { Answering, SentRequest } from '../phone/wx'
import type { RecordedBrowser } from './recorded-browsers'

export interface PhoneBrowser {
  readonly browser: object
  /** The globals of the page by name. */
  readonly globals: Readonly<Record<string, unknown>>
  readonly sent: SentRequest[]
  answerWith(answering: Answering): void
  /** How many images the page created. */
  countImages(): number
  /** How many running requests were given up. */
  countAborted(): number
}

export interface BrowserOptions extends Pick<RecordedBrowser, 'navigator' | 'screen'> {
  readonly answersAfterMs: number
}

interface RequestInit {
  readonly method?: string
  readonly headers?: unknown
  readonly body?: unknown
  readonly signal?: AbortSignal
}

export function createPhoneBrowser(options: BrowserOptions, clock: PhoneClock): PhoneBrowser {
  const { setTimeout } = clock.globals as { setTimeout: (work: () => void, ms: number) => unknown }
  const sent: SentRequest[] = []
  let [answering, images, aborted]: [Answering, number, number] = ['silent', 0, 0]

  const fetch = (url: unknown, init: RequestInit = {}): Promise<object> => {
    sent.push(toSentRequest(String(url), init))
    const current = answering
    return new Promise((resolve, reject) => {
      let isOpen = true
      const end = (work: () => void) => {
        if (isOpen) work()
        isOpen = false
      }
      init.signal?.addEventListener('abort', () =>
        end(() => {
          aborted += 1
          reject(new DOMException('The operation was aborted.', 'AbortError'))
        }),
      )
      if (current === 'silent') return
      const answer = () =>
        current === 'unreachable' ? reject(new TypeError('Failed to fetch')) : resolve(toResponse(current))
      setTimeout(() => end(answer), options.answersAfterMs)
    })
  }
  class Image {
    constructor() {
      images += 1
    }
  }
  const { navigator, screen } = options
  const globals = { fetch, Image, navigator: { ...navigator, onLine: true }, screen: { ...screen } }
  return {
    browser: globals,
    globals,
    sent,
    answerWith(next) {
      answering = next
    },
    countImages: () => images,
    countAborted: () => aborted,
  }
}

function toSentRequest(url: string, { method = 'GET', headers, body }: RequestInit): SentRequest {
  const read = Object.fromEntries(new Headers((headers ?? {}) as Record<string, string>))
  return {
    url,
    method: method.toUpperCase(),
    contentType: read['content-type'] ?? '',
    headers: read,
    body: typeof body === 'string' ? parseText(body) : null,
  }
}

/** Not a real response, whose body needs more turns of the event loop than the phone's clock gives. */
function toResponse({ status, text }: Exclude<Answering, string>): object {
  return {
    status,
    ok: status >= 200 && status < 300,
    headers: new Headers({ 'content-type': 'application/json' }),
    text: async () => text,
    json: async () => JSON.parse(text),
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
