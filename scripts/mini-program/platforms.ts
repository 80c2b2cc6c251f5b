// The mini-program platforms that Taro builds for, and their names for things.

export interface Platform {
  /** The global object with the platform's functions. */
  readonly api: string
  /** File extension of templates. */
  readonly template: string
  /** File extension of style sheets. */
  readonly style: string
  /** Whether the carrier can retrieve the number there. If not, the component falls back. */
  readonly retrievesNumber: boolean
}

export const PLATFORMS: Readonly<Record<string, Platform>> = {
  weapp: { api: 'wx', template: 'wxml', style: 'wxss', retrievesNumber: true },
  alipay: { api: 'my', template: 'axml', style: 'acss', retrievesNumber: false },
  tt: { api: 'tt', template: 'ttml', style: 'ttss', retrievesNumber: false },
  swan: { api: 'swan', template: 'swan', style: 'css', retrievesNumber: false },
  qq: { api: 'qq', template: 'qml', style: 'qss', retrievesNumber: false },
  jd: { api: 'jd', template: 'jxml', style: 'jxss', retrievesNumber: false },
}

/** The platforms that the gate builds. `npm run nightly -- platforms` builds and checks the others. */
export const GATE_PLATFORMS: readonly string[] = ['weapp', 'alipay']

/** @throws Error for a name that is not a platform */
export function selectPlatforms(names: readonly string[]): readonly (readonly [string, Platform])[] {
  return (names.length > 0 ? names : GATE_PLATFORMS).map((name) => {
    const platform = Object.hasOwn(PLATFORMS, name) ? PLATFORMS[name] : undefined
    if (!platform) throw new Error(`unknown platform ${name}: expected some of ${Object.keys(PLATFORMS).join(', ')}`)
    return [name, platform] as const
  })
}
