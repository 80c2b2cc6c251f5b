// The addresses of the demo's servers: build constants in a mini-program; in a browser, from the page's own server.
import type { Line } from '@local-number/taro'
import { request } from '@tarojs/taro'

export interface DemoSettings {
  /** The simulator, or one of the carrier's own lines. */
  readonly line: 'simulator' | Line
  /** The number that the test line retrieves, and that is typed to log in. */
  readonly testPhone: string
  /** Scheme, host and port of the business server. */
  readonly backendUrl: string
  /** Scheme, host and port of the simulated carrier. */
  readonly carrierOrigin: string
  /** Scheme, host and port of the simulator's console. */
  readonly consoleOrigin: string
  readonly appId: string
  readonly consentVersion: string
}

/** The path on the page's server, relative to the page. */
const SETTINGS_FILE = 'demo-settings.json'

export async function loadSettings(): Promise<DemoSettings> {
  if (process.env.TARO_ENV !== 'h5') return DEMO_SETTINGS
  const { statusCode, data } = await request<Partial<DemoSettings>>({ url: SETTINGS_FILE })
  return statusCode === 200 ? { ...DEMO_SETTINGS, ...data } : DEMO_SETTINGS
}
