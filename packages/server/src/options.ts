// The options of a server. Ranges and defaults: `options-schema.ts`; a test compares the documented defaults with it.
import type { Edition } from '@local-number/protocol'
import type { PrivateKey, PublicKey, SignatureOptions } from '@local-number/rsa'
import type { Log } from './log/log'
import type { ConsentTexts } from './sign/consent-texts'
import type { SmsOptions, SmsSettings } from './sms/options'
import type { ConsentRecord } from './stores/receipts'
import type { Stores } from './stores/stores'
import type { BeforeTicket } from './verify/before-ticket'
import type { WechatOptions, WechatSettings } from './wechat/options'

export interface LocalNumberServerOptions {
  /** The app's id on the open platform: 6 to 20 digits. */
  readonly appId: string
  /**
   * The app's key on the open platform. In the HTTPS edition anyone can test guesses of it against an answered sign, so
   * that `readEnvironment` refuses a short or guessable one in production.
   */
  readonly appKey: string
  /**
   * RSA, at least 1024 bits, in any text that `importPrivateKey` of `@local-number/rsa` reads, or imported. Its public
   * half is registered on the open platform.
   */
  readonly customerPrivateKey: string | PrivateKey
  /**
   * Keys that other processes sign with while one customer key pair replaces another, in the same texts: the next one
   * before it signs, the former one until its last attempt has expired. An attempt is verified with the key that signed
   * it.
   *
   * @default []
   */
  readonly otherCustomerPrivateKeys?: readonly (string | PrivateKey)[] | undefined
  /** RSA, in any text that `importPublicKey` of `@local-number/rsa` reads, or imported. From the open platform. */
  readonly platformPublicKey: string | PublicKey
  /**
   * Keys the hashes of numbers and sessions: random text of at least 32 characters, such as that of `openssl rand
   * -base64 32`. `readEnvironment` refuses a guessable one in production. Changing it resets the counters.
   */
  readonly hashSecret: string
  /** What signs the tickets, and for whom. */
  readonly ticket: TicketOptions
  /**
   * Versions of your terms whose acceptance counts.
   *
   * @default ['1']
   */
  readonly consentVersions?: readonly string[] | undefined
  /**
   * The texts of the terms, by version and then by locale, exactly as they are shown: every version in
   * `consentVersions`, and any others. Receipts then hold the hash of the text that the user saw. A locale without a
   * text counts as its language's, or as the only text of the version; if there is none, the consent is refused.
   * Default: none on file.
   */
  readonly consentTexts?: ConsentTexts | undefined
  /**
   * Scheme, host and port of the verify call, without a trailing slash.
   *
   * @default 'https://www.cmpassport.com'
   */
  readonly verifyOrigin?: string | undefined
  /** TLS towards the platform. Default: that of Node. */
  readonly tls?: TlsOptions | undefined
  /** How the verify call leaves your network. Default: directly. A platform on loopback is never called through it. */
  readonly proxy?: ProxyOptions | undefined
  /** How the image edition's pre-sign and the verify call are signed. Default: MD5withRSA in base64. */
  readonly signature?: SignatureOptions | undefined
  /**
   * The letters of the HTTPS edition's signature, an MD5 in hex. Documents show both; platforms take both.
   *
   * @default 'lower'
   */
  readonly md5Case?: Md5Case | undefined
  /**
   * Editions that are signed for. `h5Vendor` only if you must: its ids have no fixed width. `httpsVendor` is a vendor's
   * script of the HTTPS edition, which makes its own ids.
   *
   * @default ['miniProgram', 'h5']
   */
  readonly editions?: readonly Edition[] | undefined
  /**
   * Web pages that may call, by their origins as browsers write them (`https://shop.example.com`); `*` is every page,
   * for development. Calls without an origin pass: mini-programs and servers send none.
   *
   * @default []
   */
  readonly origins?: readonly string[] | undefined
  /** What the platform's codes mean. */
  readonly codes?: Partial<VerdictCodes> | undefined
  /**
   * How the page's userInformation is sent to the platform.
   *
   * @default 'verbatim'
   */
  readonly userInformation?: UserInformationForm | undefined
  /** How often one session and one number may be checked. */
  readonly limits?: Partial<LimitValues> | undefined
  /** Durations, in whole ms. */
  readonly times?: Partial<Times> | undefined
  /**
   * The SMS way: its routes are there with it, and only with it.
   *
   * @default no SMS
   */
  readonly sms?: SmsOptions | undefined
  /**
   * The WeChat way: its route is there with it, and only with it.
   *
   * @default no WeChat
   */
  readonly wechat?: WechatOptions | undefined
  /**
   * Where attempts, counters, used ids and, in SQLite, consent receipts are kept.
   *
   * @default this process's memory
   */
  readonly stores?: Stores | undefined
  /**
   * Gets each consent receipt, besides the receipts of `stores` if those keep any. When it rejects, nothing is signed
   * or verified.
   *
   * @default a line in the log for stores without receipts, otherwise none
   */
  readonly onConsent?: ((receipt: ConsentRecord) => void | Promise<void>) | undefined
  /**
   * Your own word on a verified number, before its ticket. It gets hashes, never the number. A failure refuses, and so
   * does an answer after `times.beforeTicketTimeoutMs`. A repeated request does not ask again. With it, and only with
   * it, hashes of numbers and devices are kept for 180 days: your privacy policy must say so.
   *
   * @default every verified number gets its ticket
   */
  readonly beforeTicket?: BeforeTicket | undefined
  /**
   * Receives log lines, redacted before they reach it: a pino logger, or anything with `info`, `warn` and `error`.
   *
   * @default none
   */
  readonly log?: Log | undefined
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  readonly now?: (() => number) | undefined
}

export interface TicketOptions {
  /** P-256 (ES256) or Ed25519 (EdDSA): PKCS#8 or SEC 1, as PEM or base64 of DER, or a JWK. */
  readonly privateKey: string
  /**
   * Public keys that `jwks.json` has besides, so that no check fails while the key changes: the next one for the 5
   * minutes before it signs, the former one until its last ticket has expired.
   *
   * @default []
   */
  readonly otherPublicKeys?: readonly string[] | undefined
  /**
   * This server as ticket checkers name it, such as its URL.
   *
   * @default 'local-number'
   */
  readonly issuer?: string | undefined
  /**
   * The backend that accepts the tickets.
   *
   * @default 'local-number'
   */
  readonly audience?: string | undefined
}

/** Letter case of hex digits. */
export type Md5Case = 'lower' | 'upper'

/** [S 2.5.1] leaves open how it is sent: unchanged, or with one layer of percent-encoding undone or added. */
export type UserInformationForm = 'verbatim' | 'decodedOnce' | 'encodedOnce'

export interface TlsOptions {
  /** The only certificate authorities that count, as PEM, instead of those that Node trusts. */
  readonly ca?: string | undefined
  /** A client certificate, with its chain, as PEM. Needs `key`. */
  readonly cert?: string | undefined
  /** The client certificate's private key, as PEM without a passphrase. Needs `cert`. */
  readonly key?: string | undefined
  /** The oldest version that is spoken. Default: Node's own, TLSv1.2. */
  readonly minVersion?: 'TLSv1.2' | 'TLSv1.3' | undefined
}

export interface ProxyOptions {
  /** An http or https proxy that tunnels (CONNECT), with its credentials if it asks for them. For https alone. */
  readonly url?: string | undefined
  /** Hosts that are called directly, as in NO_PROXY: `example.com,internal.example:8443` or `*`. */
  readonly bypass?: string | undefined
}

/** Which of the platform's codes answer whether the numbers are equal. Compared as text. */
export interface VerdictCodes {
  /**
   * Codes that mean "this is the number". Replaces the default.
   *
   * @default ['000']
   */
  readonly yes: readonly string[]
  /**
   * Codes that mean "this is not the number". Replaces the default.
   *
   * @default ['001']
   */
  readonly no: readonly string[]
}

export interface LimitValues {
  /**
   * Different wrong numbers that one session may send within 24 hours: 1 to 1000.
   *
   * @default 5
   */
  readonly wrongNumbersPerSession: number
  /**
   * Failed checks that one session may cause within 24 hours of the first: 1 to 1000. A check fails when the platform
   * answers and does not compare the numbers, as for a token that somebody made up.
   *
   * @default 20
   */
  readonly failedChecksPerSession: number
  /**
   * Failed checks of one client in a minute: 1 to 1 000 000. A client is an IPv4 address, an IPv6 site (/48), or a
   * caller whom the transport knows. Thousands of users of a carrier share one address, so that beyond it one check a
   * second still goes on in each process.
   *
   * @default 120
   */
  readonly failedChecksPerClient: number
  /**
   * Codes of WeChat's button for which WeChat names no number, of one client in a minute: 1 to 1 000 000. Clients, and
   * what goes on beyond it, are those of `failedChecksPerClient`.
   *
   * @default 120
   */
  readonly failedExchangesPerClient: number
  /**
   * Checks of one number per Shanghai day: 1 to 1000, the value configured on the open platform (121011 beyond it).
   * Only verified ones are counted, so that nobody can use up the limit of a stranger's number.
   *
   * @default 10
   */
  readonly checksPerNumberAndDay: number
  /**
   * Signatures that one IPv4 address gets in a minute: 1 to 1 000 000. Thousands of users of a carrier share one.
   * Clients whose address the transport does not know count together as one.
   *
   * @default 1_200
   */
  readonly signsPerIpv4: number
  /**
   * Signatures that one IPv6 network (/64) gets in a minute: 1 to 1 000 000.
   *
   * @default 60
   */
  readonly signsPerIpv6Network: number
  /**
   * Signatures that one IPv6 site (/48) gets in a minute: 1 to 1 000 000.
   *
   * @default 1_200
   */
  readonly signsPerIpv6Site: number
  /**
   * Signatures that one caller gets in a minute, where the transport knows it, as cloud functions do: 1 to 1 000 000.
   * Its address then does not count.
   *
   * @default 20
   */
  readonly signsPerCaller: number
  /**
   * Checks that run at the same time in one process, each with a socket to the platform: 1 to 10 000. Beyond it,
   * `overloaded`.
   *
   * @default 256
   */
  readonly checksAtOnce: number
}

export interface Times {
  /**
   * How far a phone's clock may differ from the server's at its real UTC offset, in ms: below 450 000, where every
   * timestamp would fit.
   *
   * @default 120_000
   */
  readonly clockSkewMs: number
  /**
   * How long an attempt waits for its verify after its sign, in ms.
   *
   * @default 600_000
   */
  readonly attemptTtlMs: number
  /**
   * How long the platform may take to answer, in ms.
   *
   * @default 5_000
   */
  readonly platformTimeoutMs: number
  /**
   * How long `beforeTicket` may take, in ms.
   *
   * @default 1_000
   */
  readonly beforeTicketTimeoutMs: number
}

type WithoutDefault = 'consentTexts' | 'sms' | 'wechat' | 'stores' | 'onConsent' | 'beforeTicket' | 'log'

/** The options with their defaults. */
export interface ServerSettings
  extends Required<Omit<LocalNumberServerOptions, WithoutDefault>>,
    Pick<LocalNumberServerOptions, Exclude<WithoutDefault, 'sms' | 'wechat'>> {
  readonly sms?: SmsSettings | undefined
  readonly wechat?: WechatSettings | undefined
  readonly ticket: Required<TicketOptions>
  readonly tls: TlsOptions
  readonly proxy: ProxyOptions
  readonly signature: Required<SignatureOptions>
  readonly codes: VerdictCodes
  readonly limits: LimitValues
  readonly times: Times
}
