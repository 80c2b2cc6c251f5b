// The mini-program platforms that Taro builds for, and how each names its things.
export interface Platform {
  /** The global that holds the platform's functions. */
  readonly api: string
  /** File extensions. */
  readonly template: string
  readonly style: string
  /** Whether the carrier's check exists there; where not, the component falls back. */
  readonly takesNumbers: boolean
}

export const PLATFORMS: Readonly<Record<string, Platform>> = {
  weapp: { api: 'wx', template: 'wxml', style: 'wxss', takesNumbers: true },
  alipay: { api: 'my', template: 'axml', style: 'acss', takesNumbers: false },
  tt: { api: 'tt', template: 'ttml', style: 'ttss', takesNumbers: false },
  swan: { api: 'swan', template: 'swan', style: 'css', takesNumbers: false },
  qq: { api: 'qq', template: 'qml', style: 'qss', takesNumbers: false },
  jd: { api: 'jd', template: 'jxml', style: 'jxss', takesNumbers: false },
}
