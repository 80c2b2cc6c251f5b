// A phone without a screen: the real SDK and the real login on Node, with a `wx` whose requests Node sends.
import type { CarrierSdk, IdsAttempt } from '@local-number/jssdk'
import { createHttpsMiniProgramSdk } from '@local-number/jssdk/https'
import { createMiniProgramSdk, createWxTransport } from '@local-number/jssdk/miniprogram'
import {
  createHttpApi,
  createRandomId,
  DEFAULT_LIMITS,
  type EditionName,
  type EditionPort,
  type LoginConfig,
  type LoginPorts,
  readHttpsFailure,
} from '@local-number/login'
import { createWx } from '@local-number/weapp-runtime/node'
import type { EditionChoice } from './options'

/** Where the phone's requests go. */
export interface LoginTarget {
  /** The carrier's origin, as the phone's handset reaches it. */
  readonly carrierOrigin: string
  readonly backendUrl: string
  readonly appId: string
  readonly wxappid: string
  readonly consentVersion: string
  readonly edition: EditionChoice
}

/** Receives the name of every round trip, and its time in milliseconds. */
export type OnStep = (step: string, ms: number) => void

const SYSTEM_INFO = {
  brand: 'devtools',
  model: 'command line',
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'Node',
  platform: 'devtools',
  SDKVersion: '3.5.8',
  benchmarkLevel: 1,
}

export function createLoginConfig({ appId, consentVersion }: LoginTarget): LoginConfig {
  return { attempt: { appId }, consentVersion, networkCheck: 'auto', onWifi: 'fallback', limits: DEFAULT_LIMITS }
}

const EDITIONS: Readonly<Record<EditionChoice, readonly EditionName[]>> = {
  image: ['image'],
  https: ['https'],
  both: ['image', 'https'],
}

export function createPhonePorts(target: LoginTarget, onStep: OnStep): LoginPorts {
  const { carrierOrigin, backendUrl, wxappid, edition } = target
  // The network type comes from the handset, not from `wx`.
  const { wx } = createWx({ appId: wxappid, version: 'devtools', systemInfo: SYSTEM_INFO, networkType: null })
  const origins = {
    production: { getMobile: carrierOrigin, getToken: carrierOrigin, httpsGetMobile: carrierOrigin },
  }
  const ports: Readonly<Record<EditionName, EditionPort>> = {
    image: { name: 'image', sdk: createMiniProgramSdk(wx, { origins }) },
    https: { name: 'https', sdk: createHttpsMiniProgramSdk(wx, { origins }), readFailure: readHttpsFailure },
  }
  const api = createHttpApi({ baseUrl: backendUrl }, createWxTransport(wx))
  const measure = createMeasure(onStep)
  return {
    editions: EDITIONS[edition].map((name) => ({ ...ports[name], sdk: measureToken(ports[name].sdk, measure) })),
    api: {
      sign: (request, call) => measure('sign', () => api.sign(request, call)),
      verify: (request, call) => measure('verify', () => api.verify(request, call)),
    },
    network: { type: () => measure('network', () => fetchNetworkType(carrierOrigin)), onChange: () => () => undefined },
    loadImage: ({ src }, signal) => measure('image', () => loadImage(src, signal)),
    unsupported: () => null,
    now: () => Date.now(),
    newId: createRandomId,
  }
}

type Measure = <T>(step: string, work: () => Promise<T>) => Promise<T>

/** The SDK with the time of its last call measured. */
function measureToken(sdk: CarrierSdk, measure: Measure): CarrierSdk {
  return {
    ...sdk,
    createAttempt: (options, signal) => {
      const attempt = sdk.createAttempt(options, signal)
      if (attempt.edition === undefined) {
        return {
          ...attempt,
          requestToken: (sign, limits) => measure('token', () => attempt.requestToken(sign, limits)),
        }
      }
      const requestToken: IdsAttempt['requestToken'] = (signed, limits) =>
        measure('token', () => attempt.requestToken(signed, limits))
      return { ...attempt, requestToken }
    },
  }
}

function createMeasure(onStep: OnStep): Measure {
  return async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    try {
      return await work()
    } finally {
      onStep(step, performance.now() - began)
    }
  }
}

async function fetchNetworkType(carrierOrigin: string) {
  const response = await fetch(`${carrierOrigin}/_sim/handset`)
  const { network } = (await response.json()) as { network: Awaited<ReturnType<LoginPorts['network']['type']>> }
  return network
}

/** Loads like `<image referrerPolicy="no-referrer">`, whose page cannot read the body of a failure. */
async function loadImage(src: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(src, { signal, referrerPolicy: 'no-referrer' })
  await response.arrayBuffer()
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('image/')) throw new Error('the response is not an image')
}
