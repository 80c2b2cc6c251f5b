// The codes of `<button open-type="getPhoneNumber">`: "每个code只能使用一次，code的有效期为5min"
// (developers.weixin.qq.com/miniprogram/dev/server/API/user-info/phone-number/api_getphonenumber).
import { randomBytes } from 'node:crypto'

const LIFETIME_MS = 300_000

/** A phone number that the user has bound to WeChat. */
export interface WeChatNumber {
  /** Without a plus: `86`, `852`. */
  readonly countryCode: string
  /** Without the country code. */
  readonly purePhoneNumber: string
}

export interface PhoneInfo extends WeChatNumber {
  /** A number of another country has its country code in front. */
  readonly phoneNumber: string
  /** When the user allowed it, in seconds since 1970, and by which mini-program. */
  readonly watermark: { readonly timestamp: number; readonly appid: string }
}

export class PhoneCodes {
  readonly #issued = new Map<string, PhoneInfo & { readonly expiresAt: number }>()

  constructor(
    private readonly appid: string,
    private readonly now: () => number,
  ) {}

  issue({ countryCode, purePhoneNumber }: WeChatNumber): string {
    const now = this.now()
    const code = randomBytes(32).toString('hex')
    const phoneNumber = countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`
    const watermark = { timestamp: Math.floor(now / 1000), appid: this.appid }
    this.#issued.set(code, { phoneNumber, purePhoneNumber, countryCode, watermark, expiresAt: now + LIFETIME_MS })
    return code
  }

  /** Spends a code. @returns `null` for one that is unknown, used or expired, which WeChat does not tell apart */
  spend(code: string): PhoneInfo | null {
    const issued = this.#issued.get(code)
    this.#issued.delete(code)
    if (!issued || this.now() >= issued.expiresAt) return null
    const { expiresAt: _, ...info } = issued
    return info
  }
}
