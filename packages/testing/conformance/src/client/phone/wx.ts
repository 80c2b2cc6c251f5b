// The phone's `wx`: what a client SDK needs of it, and a network whose answers the scenario decides.
import type { PhoneClock } from './clock'
import { onTheSide } from './wx-on-the-side'

/** The fields of `wx.getSystemInfoSync()`. A phone may lack some. */
export type SystemInfo = Readonly<Record<string, string | number>>

/** What the platform does with a request: answers, is not reached, or never answers. */
export type Answering = { readonly status: number; readonly text: string } | 'unreachable' | 'silent'

/** A request as it left the phone. */
export interface SentRequest {
  readonly url: string
  readonly method: string
  readonly contentType: string
  /** The parsed JSON, or the text when it was none. */
  readonly body: unknown
}

export interface WxOptions {
  readonly systemInfo: SystemInfo
  readonly wxappid: string
  /** As `wx.getNetworkType` names it; `null` makes it fail. */
  readonly network: string | null
  /** Milliseconds until the platform answers. */
  readonly answersAfterMs: number
}

interface RequestOptions {
  readonly url: string
  readonly method?: string
  readonly data?: unknown
  readonly header?: Readonly<Record<string, string>>
  readonly timeout?: number
  readonly dataType?: string
  readonly success?: (result: unknown) => void
  readonly fail?: (error: unknown) => void
  readonly complete?: (result: unknown) => void
}

/** WeChat ends a request after a minute, if the caller does not do so before. */
const WECHAT_TIMEOUT_MS = 60_000

export interface PhoneWx {
  readonly wx: object
  readonly sent: SentRequest[]
  /** How requests are answered from now on. */
  answerWith(answering: Answering): void
  /** To another network, of which whoever listens is told. */
  moveTo(network: string): void
}

export function createWx(options: WxOptions, clock: PhoneClock, onError: (error: unknown) => void): PhoneWx {
  const { systemInfo, wxappid } = options
  let { network } = options
  const listeners = new Set<(change: unknown) => void>()
  const sent: SentRequest[] = []
  let answering: Answering = 'silent'
  const later = clock.globals.setTimeout as (work: () => void, ms: number) => number
  // WeChat reports what a callback throws, and goes on.
  const call = (callback: ((value: unknown) => void) | undefined, value: unknown) => {
    try {
      callback?.(value)
    } catch (error) {
      onError(error)
    }
  }
  const pick = (...names: string[]) =>
    Object.fromEntries(names.filter((name) => name in systemInfo).map((name) => [name, systemInfo[name]]))

  function request(asked: RequestOptions) {
    sent.push(sentRequest(asked))
    let open = true
    const settle = (callback: RequestOptions['success'], value: unknown) => {
      if (!open) return
      open = false
      call(callback, value)
      call(asked.complete, value)
    }
    const fail = (why: string) => settle(asked.fail, { errMsg: `request:fail ${why}` })
    const current = answering
    if (current === 'unreachable') later(() => fail('connection refused'), options.answersAfterMs)
    if (typeof current === 'object') {
      later(() => settle(asked.success, received(current, asked.dataType)), options.answersAfterMs)
    }
    later(() => fail('timeout'), asked.timeout ?? WECHAT_TIMEOUT_MS)
    return { abort: () => later(() => fail('abort'), 0) }
  }

  const wx: Record<string, unknown> = {
    ...onTheSide({ later, call }),
    onNetworkStatusChange: (listener: (change: unknown) => void) => void listeners.add(listener),
    offNetworkStatusChange: (listener: (change: unknown) => void) => void listeners.delete(listener),
    // Of `request.object.success` and the like the method is what there is.
    canIUse: (schema: string) => (schema.split('.')[0] ?? '') in wx,
    getSystemInfoSync: () => ({ ...systemInfo }),
    getSystemInfo: ({ success }: RequestOptions) => call(success, { ...systemInfo }),
    getDeviceInfo: () => pick('brand', 'model', 'system', 'platform', 'benchmarkLevel'),
    getWindowInfo: () => pick('pixelRatio', 'screenWidth', 'screenHeight'),
    getAppBaseInfo: () => pick('SDKVersion', 'language', 'version'),
    getAccountInfoSync: () => ({ miniProgram: { appId: wxappid, envVersion: 'release', version: '1.0.0' } }),
    // It answers at once: the SDK alone makes getConnection asynchronous.
    getNetworkType: ({ success, fail, complete }: RequestOptions) => {
      const result = network === null ? { errMsg: 'getNetworkType:fail' } : { networkType: network }
      call(network === null ? fail : success, result)
      call(complete, result)
    },
    request,
  }
  return {
    wx,
    sent,
    answerWith(next) {
      answering = next
    },
    moveTo(next) {
      network = next
      for (const listener of listeners) call(listener, { isConnected: next !== 'none', networkType: next })
    },
  }
}

function sentRequest({ url, method = 'GET', data, header = {} }: RequestOptions): SentRequest {
  const contentType = Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  return {
    url,
    method: method.toUpperCase(),
    // What WeChat itself sends when the caller names none.
    contentType: contentType ?? 'application/json',
    body: typeof data === 'string' ? parsed(data) : data,
  }
}

function received({ status, text }: { status: number; text: string }, dataType = 'json') {
  return { statusCode: status, data: dataType === 'json' ? parsed(text) : text, header: {}, errMsg: 'request:ok' }
}

/** WeChat hands over what is no JSON as the text it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
