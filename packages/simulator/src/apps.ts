// The apps that are filed on the simulated open platform, and the keys that belong to them.
import type { KeyObject } from 'node:crypto'
import type { Line } from '@local-number/protocol'
import { generatePrivateKey, type KeyBits, publicKeyText, readPrivateKey, readPublicKey } from './crypto/keys'
import type { SignatureScheme } from './crypto/signature'
import { SimulatorError } from './errors'
import type { CodeDialect } from './platform/codes'

/** 接入场景类型: which editions of the client the app may use. */
export type Scenario = 'miniProgram' | 'h5'

/** Everything but `active` makes the capability unavailable (110027) [S appendix]. */
export type Contract = 'active' | 'unbound' | 'noBalance' | 'notYetInEffect'

/** What a customer files on the open platform. Only `appId` and `appKey` have no default. */
export interface AppRegistration {
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
  /** Base64 of X.509 DER; `null`, the default, is not filed yet (103605). */
  readonly customerPublicKey?: string | null
  /** Default: MD5withRSA in base64. */
  readonly signature?: SignatureScheme
  /** The platform's private key, base64 of PKCS#8 DER. Generated when absent, with `bits` (default 1024). */
  readonly platformKeys?: { readonly privateKey?: string; readonly bits?: KeyBits }
  /** Checks per number and day. Default: 10. */
  readonly dailyLimit?: number
  /** Addresses that may call verify, compared as text; `null`, the default, is any. */
  readonly ipWhiteList?: readonly string[] | null
  /** Milliseconds since 1970; `null`, the default, is never. */
  readonly expiresAt?: number | null
  /** Default: active. */
  readonly contract?: Contract
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

/** A registration with its defaults filled in and its keys read. */
export interface App extends Required<Omit<AppRegistration, 'customerPublicKey' | 'platformKeys'>> {
  readonly customerKey: KeyObject | null
  readonly platformKey: KeyObject
}

/** The app a demo uses. Its customer public key is not filed yet. */
export const DEMO_APP = {
  appId: '300011877495',
  appKey: 'A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5',
  wxappids: ['wx10a00cf000000000'],
} as const satisfies AppRegistration

const DEFAULTS = {
  wxappids: [],
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  lines: ['production', 'test'],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
  ipWhiteList: null,
  expiresAt: null,
  contract: 'active',
  codes: 'document',
} as const

/** The apps of one simulator, by appId. */
export class AppRegistry {
  readonly #byId = new Map<string, App>()

  constructor(registrations: readonly AppRegistration[]) {
    for (const registration of registrations) {
      const { appId } = registration
      if (this.#byId.has(appId)) {
        throw new SimulatorError('doubledApp', `app ${appId} is registered twice: give each app its own appId`)
      }
      this.#byId.set(appId, registered(registration))
    }
  }

  get credentials(): readonly AppCredentials[] {
    return [...this.#byId.values()].map(({ appId, appKey, platformKey }) => ({
      appId,
      appKey,
      platformPublicKey: publicKeyText(platformKey),
    }))
  }

  find(appId: string): App | undefined {
    return this.#byId.get(appId)
  }

  /** @throws SimulatorError `unknownApp`, `keyMalformed` */
  update(appId: string, patch: AppPatch): void {
    const app = this.find(appId)
    if (!app) throw new SimulatorError('unknownApp', `no app is registered as "${appId}"`)
    this.#byId.set(appId, {
      ...app,
      ...given(patch),
      appId,
      customerKey: patch.customerPublicKey === undefined ? app.customerKey : customerKey(patch.customerPublicKey),
      platformKey: patch.platformKeys === undefined ? app.platformKey : platformKey(patch.platformKeys),
    })
  }
}

function registered(registration: AppRegistration): App {
  return {
    ...DEFAULTS,
    ...given(registration),
    customerKey: customerKey(registration.customerPublicKey ?? null),
    platformKey: platformKey(registration.platformKeys ?? {}),
  }
}

/** Without the texts of the keys, and without what is `undefined`, which would undo a default. */
function given<Registration extends AppPatch>(registration: Registration) {
  const { customerPublicKey: _, platformKeys: __, ...rest } = registration
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest
}

function customerKey(text: string | null): KeyObject | null {
  return text === null ? null : readPublicKey(text, 'customerPublicKey')
}

function platformKey({ privateKey, bits = 1024 }: NonNullable<AppRegistration['platformKeys']>): KeyObject {
  return privateKey === undefined ? generatePrivateKey(bits) : readPrivateKey(privateKey, 'platformKeys.privateKey')
}
