// What jsdom lacks and the console uses, and a simulator that answers from a table.
import type { SimulatorState } from '@local-number/simulator-contract'

/** Answers by method and path, e.g. `POST /_sim/handsets`. */
export type Answers = Readonly<Record<string, { readonly status: number; readonly body: unknown }>>

export const EMPTY_STATE: SimulatorState = {
  clock: { now: 0, offsetMs: 0 },
  apps: [],
  handsets: [],
  faults: [],
  messages: [],
  origin: 'http://127.0.0.1:7000',
  testLineOrigin: 'http://127.0.0.1:7001',
  httpsEditionOrigin: 'http://127.0.0.1:7003',
  httpsEditionTestLineOrigin: 'http://127.0.0.1:7004',
}

/** Requests that were sent, as `METHOD path` with the parsed body. */
export interface SentRequest {
  readonly route: string
  readonly body: unknown
}

/** @returns the list of requests, which grows as they are sent */
export function startFakeSimulator(state: Partial<SimulatorState>, answers: Answers = {}): SentRequest[] {
  const sent: SentRequest[] = []
  const standard: Answers = {
    'GET /_sim/state': { status: 200, body: { ...EMPTY_STATE, ...state } },
    'GET /_sim/traces': { status: 200, body: [] },
  }
  const answer = async (address: unknown, { method = 'GET', body }: RequestInit = {}) => {
    const route = `${method} ${String(address).split('?')[0]}`
    sent.push({ route, body: typeof body === 'string' ? JSON.parse(body) : undefined })
    const { status, body: json } = { ...standard, ...answers }[route] ?? { status: 204, body: undefined }
    return { status, ok: status < 400, json: async () => json }
  }
  Object.assign(globalThis, { fetch: answer, EventSource: OpenEventSource })
  return sent
}

/** Opens at once and never tells anything. */
class OpenEventSource {
  onopen: (() => void) | null = null

  constructor() {
    setTimeout(() => this.onopen?.())
  }

  addEventListener(): void {}
  close(): void {}
}

/** Call once per test file. */
export function addMissingBrowserParts(): void {
  Object.assign(window, {
    // Reduced motion: dialogs come and go without a transition.
    matchMedia: (query: string) => ({
      matches: query.includes('reduced-motion'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
  })
  Element.prototype.scrollIntoView = () => {}
}
