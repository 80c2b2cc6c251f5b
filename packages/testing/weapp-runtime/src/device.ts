// The phone that a mini-program runs on: its state at the start, what a test can do to it, and what it needs from
// outside.

/** Which build of the mini-program runs, as `wx.getAccountInfoSync` names it. */
export type EnvVersion = 'develop' | 'trial' | 'release'

export type Theme = 'light' | 'dark'

export type NetworkType = 'wifi' | '2g' | '3g' | '4g' | '5g' | 'unknown' | 'none'

/** State of the phone and its WeChat at launch. JSON. */
export interface DeviceSettings {
  /** AppID of the mini-program, part of the Referer. @default 'wx0123456789abcdef' */
  readonly appId: string
  /** `0` for a development version on a phone, `devtools`, else a number: part of the Referer. @default '0' */
  readonly version: string
  /**
   * Which build runs: `wx.getAccountInfoSync().miniProgram.envVersion`. `null`: `release` for a numbered version.
   *
   * @default null
   */
  readonly envVersion: EnvVersion | null
  /** @default '4g' */
  readonly networkType: NetworkType
  /**
   * Whether the phone has a SIM and its mobile data is on, for `wx.request({ forceCellularNetwork: true })` on Wi-Fi.
   *
   * @default true
   */
  readonly mobileData: boolean
  /** Whether the phone uses a network proxy, as `wx.getNetworkType` tells. @default false */
  readonly hasSystemProxy: boolean
  /** Milliseconds that `setData` and events take between the logic layer and the view layer. @default 0 */
  readonly latencyMs: number
  /**
   * Hosts that `wx.request` may reach (request 合法域名): https only, no port that is not listed. `null` checks nothing.
   *
   * @default null
   */
  readonly requestDomains: readonly string[] | null
  /**
   * `ask`: the user has not agreed to the privacy guide, and WeChat's pop-up opens at the first guarded call.
   *
   * @default 'agreed'
   */
  readonly privacy: 'agreed' | 'ask'
  /** Milliseconds in the background until requests are interrupted and timers suspended. @default 5000, as in WeChat */
  readonly backgroundMs: number
  /** Page and query, e.g. `pages/index/index?from=share`. @default null, the first page of `app.json` */
  readonly launchUrl: string | null
  /** Overrides fields of `wx.getSystemInfoSync()` and its parts. @default {} */
  readonly system: Readonly<Record<string, unknown>>
  /**
   * Whether an `<image>` of an http address is loaded over https, without falling back, unless the host is an IP
   * address. `null`: as its `system` does, so from `iOS 18` on.
   *
   * @default null
   */
  readonly upgradesHttpImages: boolean | null
}

export const DEFAULT_SETTINGS: DeviceSettings = {
  appId: 'wx0123456789abcdef',
  version: '0',
  envVersion: null,
  networkType: '4g',
  mobileData: true,
  hasSystemProxy: false,
  latencyMs: 0,
  requestDomains: null,
  privacy: 'agreed',
  backgroundMs: 5000,
  launchUrl: null,
  system: {},
  upgradesHttpImages: null,
}

/** The build that runs: a development version has no number. */
export function getEnvVersion({ envVersion, version }: Pick<DeviceSettings, 'envVersion' | 'version'>): EnvVersion {
  return envVersion ?? (version === '0' || version === 'devtools' ? 'develop' : 'release')
}

/** The Referer of everything that a mini-program loads. */
export function toReferer({ appId, version }: Pick<DeviceSettings, 'appId' | 'version'>): string {
  return `https://servicewechat.com/${appId}/${version}/page-frame.html`
}

export interface HttpRequest {
  /** For {@link Host.abort}. */
  readonly id: number
  readonly url: string
  readonly method: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** The request bypasses Wi-Fi (`forceCellularNetwork`). @default the phone's current network */
  readonly bearer?: 'cellular'
}

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Each `Set-Cookie` as received. @default [] */
  readonly cookies?: readonly string[]
}

/** What the runtime cannot do by itself. A call that fails rejects; the message reaches the mini-program. */
export interface Host {
  request(request: HttpRequest): Promise<HttpAnswer>
  /** Ends a running request, and ignores one that has ended. */
  abort(id: number): void
  /** `wx.cloud.callFunction`. Data and result are JSON. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /**
   * Whether WeChat lets this mini-program ask for a phone number: it looks at the quota when the user taps.
   *
   * @default it does
   */
  hasPhoneNumberQuota?(appId: string): Promise<boolean>
  /**
   * The user has allowed a `<button open-type="getPhoneNumber">`: its `detail.code`.
   *
   * @default a made-up code that no server knows
   */
  issuePhoneNumberCode?(appId: string): Promise<string>
}

/** What went wrong in a run. A test expects all three to be empty. */
export interface Report {
  /**
   * What the mini-program used and the runtime lacks, e.g. `wx.createCanvasContext`, `<canvas>`,
   * `<button open-type="share">`, `<view bindlongpress>`, `app.json tabBar`.
   */
  readonly missing: readonly string[]
  /** What the mini-program threw, and what its promises rejected with. Objects that are no errors are JSON. */
  readonly errors: readonly string[]
  /** Warnings of glass-easel and its compiler, handlers that do not exist, and image files that the package lacks. */
  readonly warnings: readonly string[]
}

/** What `setData` has carried to the view layer since the launch. */
export interface Transfers {
  /** Calls that WeChat carries out. */
  readonly calls: number
  /** Bytes of their data as JSON. */
  readonly bytes: number
}

/** The phone in the user's hand. */
export interface Device {
  setNetworkType(type: NetworkType): Promise<void>
  /**
   * The user turns the phone's dark mode on or off: the navigation bar's variables, and `wx.onThemeChange`. An app
   * without `darkmode` is not told. The window's `prefers-color-scheme` is the browser's own.
   */
  setTheme(theme: Theme): Promise<void>
  /**
   * A text message with a code arrived: while a field of `type="number"` has the focus, the keyboard offers the code,
   * as a button of its own. Later codes replace it.
   */
  receiveCode(code: string): Promise<void>
  /** The user leaves WeChat or the mini-program. */
  hide(): Promise<void>
  /** The user comes back. */
  show(): Promise<void>
  /** The user goes back one page; on the first page that leaves the mini-program. */
  back(): Promise<void>
  /** Paths of the open pages, the visible one last. */
  pages(): Promise<readonly string[]>
  report(): Promise<Report>
  transfers(): Promise<Transfers>
}

/** The same without promises, for code in the window. */
export type LocalDevice = {
  readonly [M in keyof Device]: (...parameters: Parameters<Device[M]>) => Awaited<ReturnType<Device[M]>>
}
