// What a customer registers on the open platform, and what the platform shows of it. Types only.
import type { HttpsEdition, Line } from '@local-number/protocol'
import type { KeyBits, SignatureScheme } from './signing'

/** The two dialects in which the verify call can answer an app (protocol.md §5). */
export type CodeDialect = 'document' | 'family'

export type DailyLimitPeriod = 'calendarDay' | 'last24Hours'

/** 接入场景类型: an edition of the client. */
export type Scenario = 'miniProgram' | 'h5'

/** What an app may use: the image edition, or the HTTPS edition in a mini-program and in H5. */
export type AppEdition = 'image' | HttpsEdition

/** What a customer registers on the open platform. Only `appId` and `appKey` are required. */
export interface AppRegistration {
  /** 6 to 20 digits. */
  readonly appId: string
  /** 1 to 512 printable ASCII characters, without spaces and single quotes. */
  readonly appKey: string
  /**
   * The mini-programs that may use the app (110029).
   *
   * @default []
   */
  readonly wxappids?: readonly string[]
  /**
   * Accepts WeChat DevTools, which the carrier does not: with the Referer of its image requests (111034), and with any
   * mini-program id. Phones are checked as always.
   *
   * @default false
   */
  readonly devTools?: boolean
  /**
   * The editions that may use the app (170001).
   *
   * @default ['miniProgram', 'h5']
   */
  readonly scenarios?: readonly Scenario[]
  /**
   * The editions that are granted (110027 in the image edition, 110023 in the HTTPS edition). Whether the carrier
   * grants both for one appId is unknown.
   *
   * @default ['image', 'httpsMiniProgram', 'httpsH5']
   */
  readonly editions?: readonly AppEdition[]
  /**
   * The web origins whose pages may use the HTTPS edition (110026, 170001); `null` is any.
   *
   * @default null
   */
  readonly origins?: readonly string[] | null
  /**
   * The lines that know the app (103605).
   *
   * @default ['production', 'test']
   */
  readonly lines?: readonly Line[]
  /**
   * Base64 of X.509 DER, any of which may have signed. Without one every call answers 103605.
   *
   * @default []
   */
  readonly customerPublicKeys?: readonly string[]
  /** @default { algorithm: 'MD5withRSA', encoding: 'base64' } */
  readonly signature?: SignatureScheme
  /**
   * The platform's private key, base64 of PKCS#8 DER. Without one it is generated with `bits` (default 1024).
   *
   * @default generated
   */
  readonly platformKeys?: { readonly privateKey?: string; readonly bits?: KeyBits }
  /**
   * Checks per number and day (121011).
   *
   * @default 10
   */
  readonly dailyLimit?: number
  /**
   * What a day is: a calendar day in China, or the last 24 hours. The document says "day"; a vendor describes the
   * latter.
   *
   * @default calendarDay
   */
  readonly dailyLimitPeriod?: DailyLimitPeriod
  /**
   * How long a token of the image edition is valid, in milliseconds (1–600,000). One minute [S 120020]; [M] says two.
   * One of the HTTPS edition is valid for two minutes.
   *
   * @default 60000
   */
  readonly tokenLifetimeMs?: number
  /**
   * IP addresses that may call verify, in any spelling (110004); `null` is any address.
   *
   * @default null
   */
  readonly ipWhiteList?: readonly string[] | null
  /**
   * Whether 本机号码校验 is granted; without it 110027.
   *
   * @default true
   */
  readonly capability?: boolean
  /**
   * `unbound` answers 110027.
   *
   * @default bound
   */
  readonly contract?: 'bound' | 'unbound'
  /**
   * Checks that are paid for: each answer `000` or `001` costs one, at 0 every call answers 110027. `null` is
   * unlimited.
   *
   * @default null
   */
  readonly balance?: number | null
  /**
   * When the configuration takes effect, in milliseconds since 1970; before it 110027. `null` is at once.
   *
   * @default null
   */
  readonly effectiveAt?: number | null
  /**
   * When the rights expire, in milliseconds since 1970; from then on 110025. `null` is never.
   *
   * @default null
   */
  readonly expiresAt?: number | null
  /**
   * The dialect of the verify call's codes.
   *
   * @default document
   */
  readonly codes?: CodeDialect
}

export type AppPatch = Partial<Omit<AppRegistration, 'appId'>>

/** What the customer copies from the open platform. */
export interface AppCredentials {
  readonly appId: string
  readonly appKey: string
  /** Base64 of X.509 DER: encrypts phoneNum. */
  readonly platformPublicKey: string
}

/** An app as the admin API shows it: the registration, and the public half of the platform's key. */
export interface AppView extends Required<Omit<AppRegistration, 'platformKeys'>>, AppCredentials {
  readonly platformKeyBits: KeyBits
  /** For each customer public key, in order: 16 hex digits of its SHA-256. */
  readonly customerKeyFingerprints: readonly string[]
}
