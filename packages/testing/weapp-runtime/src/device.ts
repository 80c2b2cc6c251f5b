// The phone that a mini-program runs on: what it is at the start, what a test can do to it, and what it asks of outside.

export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none'

/** What the phone and its WeChat are like at launch. JSON. */
export interface DeviceSettings {
  /** Of the mini-program; part of the Referer. */
  readonly appId: string
  /** `0` for a development version on a phone, `devtools` in DevTools, else a number: part of the Referer. */
  readonly version: string
  readonly networkType: NetworkType
  /** Milliseconds that `setData` and events take between the logic layer and the view layer. */
  readonly latencyMs: number
  /** Hosts that `wx.request` may reach (request 合法域名): https only, no ports unless listed. `null` checks nothing. */
  readonly requestDomains: readonly string[] | null
  /** Has the user agreed to the privacy guide? `ask` opens WeChat's pop-up at the first question. */
  readonly privacy: 'agreed' | 'ask'
  /** Milliseconds in the background until requests are interrupted and timers stand still. WeChat: 5000. */
  readonly backgroundMs: number
  /** Page and query, e.g. `pages/index/index?from=share`; the first page when `null`. */
  readonly launchUrl: string | null
  /** What `wx.getSystemInfoSync` and its parts say, above the defaults. */
  readonly system: Readonly<Record<string, unknown>>
}

export const DEFAULT_SETTINGS: DeviceSettings = {
  appId: 'wx0123456789abcdef',
  version: '0',
  networkType: '4g',
  latencyMs: 0,
  requestDomains: null,
  privacy: 'agreed',
  backgroundMs: 5000,
  launchUrl: null,
  system: {},
}

/** `https://servicewechat.com/{appid}/{version}/page-frame.html`, the Referer of everything a mini-program loads. */
export function refererOf({ appId, version }: Pick<DeviceSettings, 'appId' | 'version'>): string {
  return `https://servicewechat.com/${appId}/${version}/page-frame.html`
}

export interface HttpRequest {
  /** For {@link Host.abort}. */
  readonly id: number
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Each `Set-Cookie` as it came. */
  readonly cookies?: readonly string[]
}

/** What the window cannot do by itself. Its calls reject with what went wrong. */
export interface Host {
  request(request: HttpRequest): Promise<HttpAnswer>
  /** Ends a request; one that is over is left alone. */
  abort(id: number): void
  /** `wx.cloud.callFunction`; both ways as JSON. */
  callFunction(name: string, data: unknown): Promise<unknown>
}

/** What went wrong in a run; a test wants all of it empty. */
export interface Report {
  /**
   * What the mini-program used and the runtime lacks, e.g. `wx.createCanvasContext`, `<canvas>`,
   * `<button open-type="share">`, `app.json tabBar`.
   */
  readonly missing: readonly string[]
  /** What the mini-program threw. */
  readonly errors: readonly string[]
  /** What glass-easel and its compiler warned of. */
  readonly warnings: readonly string[]
}

/** The phone in the user's hand. */
export interface Device {
  setNetworkType(type: NetworkType): Promise<void>
  /** The user leaves WeChat or the mini-program. */
  hide(): Promise<void>
  /** The user comes back. */
  show(): Promise<void>
  /** The user goes back one page; on the first page that leaves the mini-program. */
  back(): Promise<void>
  /** Paths of the open pages, the visible one last. */
  pages(): Promise<readonly string[]>
  report(): Promise<Report>
}

/** A device without waiting: inside the window everything is at hand. */
export type LocalDevice = {
  readonly [M in keyof Device]: (...parameters: Parameters<Device[M]>) => Awaited<ReturnType<Device[M]>>
}
