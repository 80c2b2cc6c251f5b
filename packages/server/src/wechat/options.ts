// The options of the WeChat way. Ranges and defaults: `options-schema.ts`.
import type { ConsentTexts } from '../sign/consent-texts'

export interface WechatOptions {
  /** The mini-program's AppID on WeChat's platform. */
  readonly appId: string
  /** Its AppSecret. */
  readonly appSecret: string
  /**
   * Versions of your own terms for this way whose acceptance counts. The carrier's terms are not needed here.
   *
   * @default ['1']
   */
  readonly consentVersions?: readonly string[] | undefined
  /** Their texts, as `consentTexts` of the server. Default: none on file. */
  readonly consentTexts?: ConsentTexts | undefined
  /**
   * Scheme, host and port of WeChat's server API, without a trailing slash.
   *
   * @default 'https://api.weixin.qq.com'
   */
  readonly origin?: string | undefined
  /**
   * How long an exchange may take, with all its calls of WeChat's API, in whole ms.
   *
   * @default 5_000
   */
  readonly timeoutMs?: number | undefined
}

/** The options with their defaults. */
export interface WechatSettings extends Required<Omit<WechatOptions, 'consentTexts'>> {
  readonly consentTexts?: ConsentTexts | undefined
}
