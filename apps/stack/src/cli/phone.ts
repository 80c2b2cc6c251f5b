// A phone without a screen: the real SDK and the real machine on Node, with a made-up device behind them.
import { createMiniProgramSdk, type WxLike, createWxTransport } from '@local-number/jssdk/miniprogram'
import { createHttpApi, createRandomId, DEFAULT_LIMITS, type LoginConfig, type LoginPorts } from '@local-number/login'

/** Where the phone's requests go. */
export interface Surroundings {
  /** The carrier's origin, as the phone's handset reaches it. */
  readonly carrierOrigin: string
  readonly backendUrl: string
  readonly appId: string
  readonly wxappid: string
  readonly consentVersion: string
}

export function loginConfig({ appId, consentVersion }: Surroundings): LoginConfig {
  return { attempt: { appId }, consentVersion, networkCheck: 'auto', limits: DEFAULT_LIMITS }
}

/** `timed` hears of every round trip with its time in ms. */
export function phonePorts(surroundings: Surroundings, timed: (step: string, ms: number) => void): LoginPorts {
  const { carrierOrigin, backendUrl, wxappid } = surroundings
  const wx = wxOnNode(wxappid)
  const origins = { production: { getMobile: carrierOrigin, getToken: carrierOrigin } }
  const sdk = createMiniProgramSdk(wx, { origins })
  const api = createHttpApi({ baseUrl: backendUrl }, createWxTransport(wx))
  const clock = stopwatch(timed)
  return {
    sdk: {
      ...sdk,
      createAttempt: (options) => {
        const attempt = sdk.createAttempt(options)
        return { ...attempt, requestToken: (sign, limits) => clock('token', () => attempt.requestToken(sign, limits)) }
      },
    },
    api: {
      sign: (request, call) => clock('sign', () => api.sign(request, call)),
      verify: (request, call) => clock('verify', () => api.verify(request, call)),
    },
    network: { type: () => clock('network', () => handsetNetwork(carrierOrigin)), onChange: () => () => undefined },
    loadImage: ({ src }, signal) => clock('image', () => loadImage(src, signal)),
    unsupported: () => null,
    now: () => Date.now(),
    newId: createRandomId,
  }
}

function stopwatch(timed: (step: string, ms: number) => void) {
  return async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    try {
      return await work()
    } finally {
      timed(step, performance.now() - began)
    }
  }
}

async function handsetNetwork(carrierOrigin: string) {
  const response = await fetch(`${carrierOrigin}/_sim/handset`)
  const { network } = (await response.json()) as { network: Awaited<ReturnType<LoginPorts['network']['type']>> }
  return network
}

/** What an `<image referrerPolicy="no-referrer">` does: a failure has no body that a page could read. */
async function loadImage(src: string, signal: AbortSignal): Promise<void> {
  const response = await fetch(src, { signal, referrerPolicy: 'no-referrer' })
  await response.arrayBuffer()
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.startsWith('image/')) throw new Error('the answer is no image')
}

function wxOnNode(wxappid: string): WxLike {
  return {
    getSystemInfoSync: () => ({
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
    }),
    getAccountInfoSync: () => ({ miniProgram: { appId: wxappid } }),
    getNetworkType: ({ fail }) => fail(new Error('the handset tells')),
    request: ({ url, method, data, header, success, fail }) => {
      const controller = new AbortController()
      fetch(url, { method, body: data, headers: header, signal: controller.signal })
        .then(async (response) => success({ statusCode: response.status, data: parsed(await response.text()) }))
        .catch(fail)
      return { abort: () => controller.abort() }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
