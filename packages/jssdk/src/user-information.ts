// `userInformation`: the client fingerprint that number retrieval and verification must both carry (protocol.md §3).
import { encodeBase64 } from './base64'
import { hashLowBytes } from './md5'

/** The fields of `wx.getSystemInfoSync()` that go into the fingerprint. A missing one prints as `undefined` [G]. */
export interface SystemInfo {
  readonly brand?: string
  readonly model?: string
  readonly pixelRatio?: number
  readonly screenWidth?: number
  readonly screenHeight?: number
  readonly language?: string
  readonly version?: string
  readonly system?: string
  readonly platform?: string
  readonly SDKVersion?: string
  readonly benchmarkLevel?: number
}

const HASHED_FIELDS = [
  'brand',
  'model',
  'pixelRatio',
  'screenWidth',
  'screenHeight',
  'language',
  'version',
  'system',
  'platform',
  'SDKVersion',
  'benchmarkLevel',
] as const satisfies readonly (keyof SystemInfo)[]

/** @param timezoneOffset minutes as `Date.getTimezoneOffset()` counts them, west positive */
export function composeMiniProgramFingerprint(info: SystemInfo, timezoneOffset: number): string {
  const hashed = [...HASHED_FIELDS.map((field) => String(info[field])), String(timezoneOffset)].join('@@')
  return [info.brand, info.version, info.system, hashLowBytes(hashed)].map(String).join('@@')
}

/** The value as the image URL carries it and the token callback returns it: percent-encoded base64. */
export function encodeUserInformation(fingerprint: string): string {
  return encodeURIComponent(encodeBase64(encodeURIComponent(fingerprint)))
}
