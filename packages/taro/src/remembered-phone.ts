// The last number that the carrier confirmed on this device. Opt-in: `rememberPhone`.
import { type InitialPhone, inform } from '@local-number/login'
import { parseMsisdn } from '@local-number/protocol'
import { getStorageSync, removeStorageSync, setStorageSync } from '@tarojs/taro'

const KEY = '@local-number/phone'

/** A page that others can read in transit must not keep a number. */
function mayRemember(): boolean {
  return process.env.TARO_ENV === 'h5' ? window.location.protocol === 'https:' : process.env.TARO_ENV === 'weapp'
}

/** Only under the terms that were agreed to then: a new version of them removes the number. */
export function readRememberedPhone(consentVersion: string): InitialPhone | null {
  if (!mayRemember()) return null
  try {
    const { phone, version } = Object(getStorageSync(KEY))
    const msisdn = typeof phone === 'string' ? parseMsisdn(phone) : null
    if (msisdn !== null && version === consentVersion) return { phone: msisdn, remembered: true }
    if (phone !== undefined) forgetPhone()
  } catch {
    // A device without storage remembers nothing.
  }
  return null
}

/** A full or forbidden storage must not fail a login: its error surfaces as uncaught. */
export function rememberPhone(phone: string, consentVersion: string): void {
  if (mayRemember()) inform(() => setStorageSync(KEY, { phone, version: consentVersion }))
}

/**
 * Removes the number that `rememberPhone` keeps on this device, e.g. when the user logs out.
 *
 * @example
 * ```ts
 * forgetPhone()
 * ```
 * @supported weapp, h5 from https pages
 */
export function forgetPhone(): void {
  removeStorageSync(KEY)
}
