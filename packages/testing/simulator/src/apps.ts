// The apps that are filed on the simulated open platform, and the keys that belong to them.
import type { KeyObject } from 'node:crypto'
import type { AppCredentials, AppPatch, AppRegistration, AppView } from '@local-number/simulator-contract'
import { SimulatorError } from './common/errors'
import {
  fingerprint,
  generatePrivateKey,
  keyBits,
  privateKeyText,
  publicKeyText,
  readPrivateKey,
  readPublicKey,
} from './crypto/keys'
import type { Documents } from './storage/documents'

/** A registration with its defaults filled in: what is kept. */
export interface FiledApp extends Required<Omit<AppRegistration, 'platformKeys'>> {
  /** Base64 of PKCS#8 DER. */
  readonly platformPrivateKey: string
}

/** A filed app with its keys read: what the platform judges by. */
export interface App extends FiledApp, AppView {
  /** Without what is worked out of the keys. */
  readonly filed: FiledApp
  readonly customerKeys: readonly KeyObject[]
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
  customerPublicKeys: [],
  signature: { algorithm: 'MD5withRSA', encoding: 'base64' },
  dailyLimit: 10,
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

/** More than anyone can look at. */
const MOST_APPS = 1000

/** The apps of one simulator, by appId. Changes are in effect, and kept, when the call returns. */
export class AppRegistry {
  readonly #byId = new Map<string, App>()

  constructor(
    private readonly kept: Documents<FiledApp>,
    private readonly changed: () => void,
  ) {
    for (const [appId, filed] of kept.all()) this.#byId.set(appId, withKeys(filed))
  }

  get all(): readonly App[] {
    return [...this.#byId.values()]
  }

  find(appId: string): App | undefined {
    return this.#byId.get(appId)
  }

  /** @throws SimulatorError `doubledApp`, `keyMalformed` */
  file(registration: AppRegistration): App {
    const { appId, platformKeys, ...rest } = registration
    if (this.#byId.has(appId)) {
      throw new SimulatorError(
        'doubledApp',
        `an app with the appId ${appId} is registered already: choose another appId`,
        {
          fields: [{ path: 'appId', code: 'duplicate', message: 'is the appId of another app' }],
        },
      )
    }
    if (this.#byId.size >= MOST_APPS) {
      throw new SimulatorError('limitReached', `${MOST_APPS} apps are filed: delete one that is not needed`)
    }
    return this.#keep({
      ...DEFAULTS,
      ...given(rest),
      appId,
      appKey: rest.appKey,
      ...platformPrivateKey(platformKeys ?? {}),
    })
  }

  /** @throws SimulatorError `unknownApp`, `keyMalformed` */
  update(appId: string, { platformKeys, ...patch }: AppPatch): App {
    const app = this.#get(appId)
    const renewed = platformKeys && platformPrivateKey({ bits: app.platformKeyBits, ...given(platformKeys) })
    return this.#keep({ ...app.filed, ...given(patch), appId, ...renewed })
  }

  /** A paid check. An app without a balance pays nothing. */
  pay(appId: string): void {
    const { balance } = this.#get(appId)
    if (balance !== null) this.update(appId, { balance: balance - 1 })
  }

  /** @throws SimulatorError `unknownApp` */
  remove(appId: string): void {
    this.#byId.delete(this.#get(appId).appId)
    this.kept.delete(appId)
    this.changed()
  }

  #get(appId: string): App {
    const app = this.find(appId)
    if (app) return app
    throw new SimulatorError('unknownApp', `no app is registered as "${appId}"`)
  }

  #keep(filed: FiledApp): App {
    const app = withKeys(filed)
    this.#byId.set(app.appId, app)
    this.kept.put(app.appId, filed)
    this.changed()
    return app
  }
}

export function credentialsOf({ appId, appKey, platformPublicKey }: App): AppCredentials {
  return { appId, appKey, platformPublicKey }
}

export function viewOf({
  filed: _,
  platformPrivateKey: __,
  customerKeys: ___,
  platformKey: ____,
  ...view
}: App): AppView {
  return view
}

/** What is shown of the keys is worked out once: consoles are told of the apps at every change of anything. */
function withKeys(filed: FiledApp): App {
  const customerKeys = filed.customerPublicKeys.map((text) => readPublicKey(text, 'customerPublicKeys'))
  const platformKey = readPrivateKey(filed.platformPrivateKey, 'platformKeys.privateKey')
  return {
    ...filed,
    filed,
    customerKeys,
    platformKey,
    platformPublicKey: publicKeyText(platformKey),
    platformKeyBits: keyBits(platformKey),
    customerKeyFingerprints: customerKeys.map(fingerprint),
  }
}

/** Without what is `undefined`, which would undo a default. */
function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}

function platformPrivateKey({ privateKey, bits = 1024 }: NonNullable<AppRegistration['platformKeys']>) {
  return { platformPrivateKey: privateKey ?? privateKeyText(generatePrivateKey(bits)) }
}
