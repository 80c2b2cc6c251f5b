// Six phones, and the userInformation that the carrier's mini-program SDK was recorded sending (protocol.md §3).
import type { SystemInfo } from './wx'

export interface RecordedPhone {
  readonly name: string
  readonly systemInfo: SystemInfo
  readonly wxappid: string
  readonly epochMs: number
  /** Minutes, as `Date.getTimezoneOffset()` counts them: west is positive. */
  readonly timezoneOffset: number
  /** As in the image's address. */
  readonly userInformation: string
}

/**
 * The MD5 in userInformation covers the low 8 bits of each character, and the text `undefined` for a missing field: two
 * of the phones show it.
 */
export const RECORDED_PHONES: readonly [RecordedPhone, ...RecordedPhone[]] = [
  {
    name: 'HUAWEI Asia/Shanghai',
    systemInfo: {
      brand: 'HUAWEI',
      model: 'P60',
      pixelRatio: 3,
      screenWidth: 360,
      screenHeight: 792,
      language: 'zh_CN',
      version: '8.0.50',
      system: 'Android 13',
      platform: 'android',
      SDKVersion: '3.5.8',
      benchmarkLevel: 30,
    },
    wxappid: 'wx10a00cf000000000',
    epochMs: 1_767_229_140_000,
    timezoneOffset: -480,
    userInformation:
      'SFVBV0VJJTQwJTQwOC4wLjUwJTQwJTQwQW5kcm9pZCUyMDEzJTQwJTQwODNhM2E4MDE4ZjkxMzRhMjEwMmQ0Zjk3ZjA0MGUzM2M%3D',
  },
  {
    name: 'iPhone Asia/Shanghai',
    systemInfo: {
      brand: 'iPhone',
      model: 'iPhone 15 Pro<iPhone16,1>',
      pixelRatio: 3,
      screenWidth: 393,
      screenHeight: 852,
      language: 'zh_CN',
      version: '8.0.53',
      system: 'iOS 18.1',
      platform: 'ios',
      SDKVersion: '3.6.6',
      benchmarkLevel: -1,
    },
    wxappid: 'wx10a00cf000000001',
    epochMs: 1_770_087_246_111,
    timezoneOffset: -480,
    userInformation: 'aVBob25lJTQwJTQwOC4wLjUzJTQwJTQwaU9TJTIwMTguMSU0MCU0MGE2NDM4NTY5ZWI0NzE2N2M5MGQyNjU2NzRkZmFkODkw',
  },
  {
    name: 'Redmi Asia/Shanghai',
    systemInfo: {
      brand: 'Redmi',
      model: '红米 Note 12',
      pixelRatio: 2.75,
      screenWidth: 393,
      screenHeight: 873,
      language: 'zh_CN',
      version: '8.0.47',
      system: 'Android 12',
      platform: 'android',
      SDKVersion: '3.4.1',
      benchmarkLevel: 18,
    },
    wxappid: 'wx10a00cf000000002',
    epochMs: 1_772_686_152_222,
    timezoneOffset: -480,
    userInformation:
      'UmVkbWklNDAlNDA4LjAuNDclNDAlNDBBbmRyb2lkJTIwMTIlNDAlNDA2ODczMTdkYjc4ZGUzMjlmYWU1MjhiY2U3MmJiMjM0Yg%3D%3D',
  },
  {
    name: 'devtools Asia/Shanghai',
    systemInfo: {
      brand: 'devtools',
      model: 'iPhone 12/13 (Pro)',
      pixelRatio: 3,
      screenWidth: 390,
      screenHeight: 844,
      language: 'zh_CN',
      version: '8.0.5',
      system: 'iOS 10.0.1',
      platform: 'devtools',
      SDKVersion: '3.5.8',
      benchmarkLevel: 1,
    },
    wxappid: 'wx10a00cf000000003',
    epochMs: 1_775_544_258_333,
    timezoneOffset: -480,
    userInformation:
      'ZGV2dG9vbHMlNDAlNDA4LjAuNSU0MCU0MGlPUyUyMDEwLjAuMSU0MCU0MDg1ODM0MjcxM2EyMjhkNjk3YjBkOTBlODRlZjUxZDk1',
  },
  {
    name: 'OPPO Asia/Shanghai',
    systemInfo: {
      brand: 'OPPO',
      model: 'PGEM10',
      pixelRatio: 3,
      screenWidth: 360,
      screenHeight: 800,
      language: 'en',
      version: '8.0.49',
      system: 'Android 14',
      platform: 'android',
      SDKVersion: '3.5.5',
    },
    wxappid: 'wx10a00cf000000004',
    epochMs: 1_778_315_964_444,
    timezoneOffset: -480,
    userInformation: 'T1BQTyU0MCU0MDguMC40OSU0MCU0MEFuZHJvaWQlMjAxNCU0MCU0MDYzM2NkNTVmY2IwNWRiMGM5YzdmNGQ2ZmJjNmZhNzNi',
  },
  {
    name: 'vivo Asia/Shanghai',
    systemInfo: {
      brand: 'vivo',
      model: 'V2241A & "X"',
      pixelRatio: 3.5,
      screenWidth: 412,
      screenHeight: 915,
      language: 'zh_TW',
      version: '8.0.51',
      system: 'Android 13',
      platform: 'android',
      SDKVersion: '3.6.0',
      benchmarkLevel: 35,
    },
    wxappid: 'wx10a00cf000000005',
    epochMs: 1_781_174_070_555,
    timezoneOffset: -480,
    userInformation: 'dml2byU0MCU0MDguMC41MSU0MCU0MEFuZHJvaWQlMjAxMyU0MCU0MDljOTE1NDI4MjAxNjBmOTYwNzE5MTRkNzY0MmRiNDkx',
  },
]
