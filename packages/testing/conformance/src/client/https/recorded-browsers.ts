// Four browsers, and the userInformation that a vendor's script of the HTTPS edition was recorded sending (protocol.md
// §9).

export interface RecordedBrowser {
  readonly name: string
  readonly navigator: Readonly<Record<string, string | number | boolean>>
  readonly screen: Readonly<Record<string, number>>
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west is positive. */
  readonly timezoneOffset: number
  /** As in the message. */
  readonly userInformation: string
}

/** The MD5 in it covers the low 8 bits of each character: one browser shows that. */
export const RECORDED_BROWSERS: readonly [RecordedBrowser, ...RecordedBrowser[]] = [
  {
    name: 'iPhone Safari Asia/Shanghai',
    navigator: {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      appVersion: '5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)',
      platform: 'iPhone',
      cookieEnabled: true,
      language: 'zh-CN',
      hardwareConcurrency: 4,
      plugins: '[object PluginArray]',
    },
    screen: { availWidth: 390, colorDepth: 24 },
    epochMs: 1767229140000,
    timezoneOffset: -480,
    userInformation:
      'aVBob25lQEBNb3ppbGxhLzUuMCAoaVBob25lOyBDUFUgaVBob25lIE9TIDE4XzUgbGlrZSBNYWMgT1MgWCkgQXBwbGVXZWJLaXQvNjA1LjEuMTUgKEtIVE1MLCBsaWtlIEdlY2tvKSBWZXJzaW9uLzE4LjUgTW9iaWxlLzE1RTE0OCBTYWZhcmkvNjA0LjFAQGZjYjMwODIwMjUwMDQ1ZWI5NzBiOGVkOGFmZGRhMTc5',
  },
  {
    name: 'WeChat on Android Asia/Shanghai',
    navigator: {
      userAgent:
        'Mozilla/5.0 (Linux; Android 14; V2241A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160117 MMWEBSDK/20240404 MicroMessenger/8.0.49',
      appVersion: '5.0 (Linux; Android 14; V2241A)',
      platform: 'Linux aarch64',
      cookieEnabled: true,
      language: 'zh-CN',
      hardwareConcurrency: 8,
      plugins: '[object PluginArray]',
    },
    screen: { availWidth: 412, colorDepth: 24 },
    epochMs: 1780635007111,
    timezoneOffset: -480,
    userInformation:
      'TGludXggYWFyY2g2NEBATW96aWxsYS81LjAgKExpbnV4OyBBbmRyb2lkIDE0OyBWMjI0MUEpIEFwcGxlV2ViS2l0LzUzNy4zNiAoS0hUTUwsIGxpa2UgR2Vja28pIFZlcnNpb24vNC4wIENocm9tZS8xMTYuMC4wLjAgTW9iaWxlIFNhZmFyaS81MzcuMzYgWFdFQi8xMTYwMTE3IE1NV0VCU0RLLzIwMjQwNDA0IE1pY3JvTWVzc2VuZ2VyLzguMC40OUBANDhhMjZiZWVjZGIxNDZjZGI3OTIwOTc5YTVmM2U2OTk%3D',
  },
  {
    name: 'Chinese letters in the user agent Asia/Shanghai',
    navigator: {
      userAgent: 'Mozilla/5.0 (Linux; Android 13; 红米 Note 12) 浏览器/1.0',
      appVersion: '5.0 (Linux; Android 13; 红米 Note 12)',
      platform: 'Linux armv8l',
      cookieEnabled: false,
      language: 'zh-TW',
      hardwareConcurrency: 8,
      plugins: '[object PluginArray]',
    },
    screen: { availWidth: 393, colorDepth: 24 },
    epochMs: 1794213674222,
    timezoneOffset: -480,
    userInformation:
      'TGludXggYXJtdjhsQEBNb3ppbGxhLzUuMCAoTGludXg7IEFuZHJvaWQgMTM7IOe6ouexsyBOb3RlIDEyKSDmtY%2Fop4jlmagvMS4wQEA4YTBmYzM3ZGIxNTc1NDFlNjM1YmUwZTI5MTViMTI5YQ%3D%3D',
  },
  {
    name: 'iPhone Safari America/St_Johns',
    navigator: {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      appVersion: '5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)',
      platform: 'iPhone',
      cookieEnabled: true,
      language: 'zh-CN',
      hardwareConcurrency: 4,
      plugins: '[object PluginArray]',
    },
    screen: { availWidth: 390, colorDepth: 24 },
    epochMs: 1767229140000,
    timezoneOffset: 210,
    userInformation:
      'aVBob25lQEBNb3ppbGxhLzUuMCAoaVBob25lOyBDUFUgaVBob25lIE9TIDE4XzUgbGlrZSBNYWMgT1MgWCkgQXBwbGVXZWJLaXQvNjA1LjEuMTUgKEtIVE1MLCBsaWtlIEdlY2tvKSBWZXJzaW9uLzE4LjUgTW9iaWxlLzE1RTE0OCBTYWZhcmkvNjA0LjFAQGZjYjMwODIwMjUwMDQ1ZWI5NzBiOGVkOGFmZGRhMTc5',
  },
]
