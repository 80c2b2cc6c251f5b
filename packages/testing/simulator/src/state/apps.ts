// The apps that are registered on the simulated open platform, and the keys that belong to them.
import type { KeyObject } from 'node:crypto'
import type { AppCredentials, AppPatch, AppRegistration, AppView } from '@local-number/simulator-contract'
import { dropUndefined } from '../common/drop-undefined'
import { SimulatorError } from '../common/errors'
import {
  exportPrivateKey,
  exportPublicKey,
  generatePrivateKey,
  getKeyBits,
  parsePrivateKey,
  parsePublicKey,
  toFingerprint,
} from '../crypto/keys'
import type { Documents } from '../storage/documents'

/** A registration with its defaults filled in, as it is stored. */
export interface StoredApp extends Required<Omit<AppRegistration, 'platformKeys'>> {
  /** Base64 of PKCS#8 DER. */
  readonly platformPrivateKey: string
}

/** A registered app with its keys parsed. */
export interface App extends StoredApp, AppView {
  /** Without what is derived from the keys. */
  readonly stored: StoredApp
  readonly customerKeys: readonly KeyObject[]
  readonly platformKey: KeyObject
}

/** Nobody who tries a login should run into the limit; an app that is registered without one has the carrier's ten. */
export const DEVELOPMENT_DAILY_LIMIT = 1_000

/** The app of the demo. Its customer public key is not registered yet. */
export const DEMO_APP = {
  appId: '300011877495',
  appKey: 'A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5',
  wxappids: ['wx10a00cf000000000'],
} as const satisfies AppRegistration

export const DEFAULTS = {
  wxappids: [],
  devTools: false,
  scenarios: ['miniProgram', 'h5'],
  editions: ['image', 'httpsMiniProgram', 'httpsH5'],
  origins: null,
  lines: ['production', 'test'],
  customerPublicKeys: [],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
  dailyLimitPeriod: 'calendarDay',
  // One minute [S 120020].
  tokenLifetimeMs: 60_000,
  ipWhiteList: null,
  capability: true,
  contract: 'bound',
  balance: null,
  effectiveAt: null,
  expiresAt: null,
  codes: 'document',
} as const

const MAX_APPS = 1000

/** The apps of one simulator, by appId. A change is stored first: one that cannot be stored has no effect. */
export class AppRegistry {
  readonly #byId = new Map<string, App>()

  constructor(
    private readonly documents: Documents<StoredApp>,
    private readonly onChange: () => void,
  ) {
    for (const [appId, stored] of documents.getAll()) this.#byId.set(appId, parseKeys(stored))
  }

  get all(): readonly App[] {
    return [...this.#byId.values()]
  }

  find(appId: string): App | undefined {
    return this.#byId.get(appId)
  }

  /** @throws SimulatorError `duplicateApp`, `keyMalformed`, `limitReached` */
  register(registration: AppRegistration): App {
    const { appId, platformKeys, ...rest } = registration
    if (this.#byId.has(appId)) {
      throw new SimulatorError('duplicateApp', 'an app with this appId is registered already: choose another one', {
        fields: [{ path: 'appId', code: 'duplicate', message: 'is the appId of another app' }],
      })
    }
    if (this.#byId.size >= MAX_APPS) {
      throw new SimulatorError('limitReached', `${MAX_APPS} apps are registered: delete one that is not needed`)
    }
    return this.#store({
      ...DEFAULTS,
      ...dropUndefined(rest),
      appId,
      appKey: rest.appKey,
      ...makePlatformKey(platformKeys ?? {}),
    })
  }

  /** @throws SimulatorError `unknownApp`, `keyMalformed` */
  update(appId: string, { platformKeys, ...patch }: AppPatch): App {
    const app = this.#get(appId)
    const renewed = platformKeys && makePlatformKey({ bits: app.platformKeyBits, ...dropUndefined(platformKeys) })
    return this.#store({ ...app.stored, ...dropUndefined(patch), appId, ...renewed })
  }

  /** Charges a check to the app's balance, if it has one. */
  chargeCheck(appId: string): void {
    const { balance } = this.#get(appId)
    if (balance !== null) this.update(appId, { balance: balance - 1 })
  }

  /** @throws SimulatorError `unknownApp` */
  remove(appId: string): void {
    this.#get(appId)
    this.documents.delete(appId)
    this.#byId.delete(appId)
    this.onChange()
  }

  #get(appId: string): App {
    const app = this.find(appId)
    if (app) return app
    throw new SimulatorError('unknownApp', 'this app is not registered: GET /_sim/state lists the apps')
  }

  #store(stored: StoredApp): App {
    const app = parseKeys(stored)
    this.documents.put(app.appId, stored)
    this.#byId.set(app.appId, app)
    this.onChange()
    return app
  }
}

export function toCredentials({ appId, appKey, platformPublicKey }: App): AppCredentials {
  return { appId, appKey, platformPublicKey }
}

export function toAppView({
  stored: _,
  platformPrivateKey: __,
  customerKeys: ___,
  platformKey: ____,
  ...view
}: App): AppView {
  return view
}

/** Derives once what is shown of the keys: open consoles receive the apps at every change of the state. */
function parseKeys(stored: StoredApp): App {
  const customerKeys = stored.customerPublicKeys.map((text) => parsePublicKey(text, 'customerPublicKeys'))
  const platformKey = parsePrivateKey(stored.platformPrivateKey, 'platformKeys.privateKey')
  return {
    ...stored,
    stored,
    customerKeys,
    platformKey,
    platformPublicKey: exportPublicKey(platformKey),
    platformKeyBits: getKeyBits(platformKey),
    customerKeyFingerprints: customerKeys.map(toFingerprint),
  }
}

function makePlatformKey({ privateKey, bits = 1024 }: NonNullable<AppRegistration['platformKeys']>) {
  return { platformPrivateKey: privateKey ?? exportPrivateKey(generatePrivateKey(bits)) }
}
