// What a customer files on the open platform, and what the platform shows of it. Types only.
import type { Line } from '@local-number/protocol'
import type { KeyBits, SignatureScheme } from './signing'

/** The two vocabularies in which the verify call may answer an app (protocol.md §5). */
export type CodeDialect = 'document' | 'family'

/** 接入场景类型: which editions of the client the app may use. */
export type Scenario = 'miniProgram' | 'h5'

/** What a customer files on the open platform. Only `appId` and `appKey` have no default. */
export interface AppRegistration {
  /** 6 to 20 digits. */
  readonly appId: string
  readonly appKey: string
  /** The mini-programs that may use the app. Default: none. */
  readonly wxappids?: readonly string[]
  /**
   * Lets WeChat DevTools in, as the carrier does not: with the Referer of its image requests (111034), and under whatever
   * mini-program id a developer has. What a phone sends is judged as ever. Default: false.
   */
  readonly devTools?: boolean
  /** Default: both. */
  readonly scenarios?: readonly Scenario[]
  /** The lines that know the app. Default: both. */
  readonly lines?: readonly Line[]
  /** Base64 of X.509 DER, any of which may have signed; none, the default, is not filed yet (103605). */
  readonly customerPublicKeys?: readonly string[]
  /** Default: MD5withRSA in base64. */
  readonly signature?: SignatureScheme
  /** The platform's private key, base64 of PKCS#8 DER. Generated when absent, with `bits` (default 1024). */
  readonly platformKeys?: { readonly privateKey?: string; readonly bits?: KeyBits }
  /** Checks per number and day. Default: 10. */
  readonly dailyLimit?: number
  /** How long a token is good for, in milliseconds (1–600,000). Default: 60,000 [S 120020]; [M] says two minutes. */
  readonly tokenLifetimeMs?: number
  /** IP addresses that may call verify, in whatever form; `null`, the default, is any. */
  readonly ipWhiteList?: readonly string[] | null
  /** Whether 本机号码校验 was granted; without it 110027. Default: true. */
  readonly capability?: boolean
  /** Default: bound. `unbound` is 110027. */
  readonly contract?: 'bound' | 'unbound'
  /** Checks that are paid for: each answer `000` or `001` costs one, none left is 110027. `null`, the default: any number. */
  readonly balance?: number | null
  /** When the configuration takes effect, in milliseconds since 1970; before it 110027. `null`, the default, is at once. */
  readonly effectiveAt?: number | null
  /** When the rights expire, in milliseconds since 1970; from then on 110025. `null`, the default, is never. */
  readonly expiresAt?: number | null
  /** The vocabulary of the verify call's codes. Default: document. */
  readonly codes?: CodeDialect
}

export type AppPatch = Partial<Omit<AppRegistration, 'appId'>>

/** What the customer takes home from the open platform. */
export interface AppCredentials {
  readonly appId: string
  readonly appKey: string
  /** Base64 of X.509 DER: encrypts phoneNum. */
  readonly platformPublicKey: string
}

/** An app as the admin API shows it: everything filed, and the public half of the platform's key. */
export interface AppView extends Required<Omit<AppRegistration, 'platformKeys'>>, AppCredentials {
  readonly platformKeyBits: KeyBits
  /** Of each customer public key, in their order: 16 hex digits of its SHA-256. */
  readonly customerKeyFingerprints: readonly string[]
}
