// The phone's `wx`: a network whose answers the scenario decides, under the phone's clock.
import {
  createWx,
  type Host,
  type HttpAnswer,
  type HttpRequest,
  type NetworkType,
} from '@local-number/weapp-runtime/node'
import type { PhoneClock } from './clock'

/** The fields of `wx.getSystemInfoSync()`. A phone may lack some. */
export type SystemInfo = Readonly<Record<string, string | number>>

/** What the platform does with a request: it answers, it is not reachable, or it never answers. */
export type Answering = { readonly status: number; readonly text: string } | 'unreachable' | 'silent'

/** A request as it left the phone. */
export interface SentRequest {
  readonly url: string
  readonly method: string
  readonly contentType: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The request bypasses Wi-Fi. @default the current network */
  readonly bearer?: 'cellular'
  /** Parsed JSON, or the text if it is not JSON. */
  readonly body: unknown
}

export interface WxOptions {
  readonly systemInfo: SystemInfo
  readonly wxappid: string
  /** As `wx.getNetworkType` names it. `null` makes that call fail. */
  readonly network: string | null
  /** Milliseconds until the platform answers. */
  readonly answersAfterMs: number
}

export interface PhoneWx {
  readonly wx: object
  readonly sent: SentRequest[]
  /** Decides how later requests are answered. */
  answerWith(answering: Answering): void
  /** Moves to another network and notifies the listeners. */
  moveTo(network: string): void
  /** How many running requests were given up. */
  countAborted(): number
}

type SetTimeout = (work: () => void, ms: number) => unknown
type ClearTimeout = (timer: unknown) => void

/** @param onError receives what callbacks throw: WeChat reports it and goes on */
export function createPhoneWx(options: WxOptions, clock: PhoneClock, onError: (error: unknown) => void): PhoneWx {
  const { setTimeout, clearTimeout } = clock.globals as { setTimeout: SetTimeout; clearTimeout: ClearTimeout }
  const sent: SentRequest[] = []
  let answering: Answering = 'silent'
  let aborted = 0

  const host: Host = {
    request: (request) => {
      sent.push(toSentRequest(request))
      const current = answering
      return new Promise<HttpAnswer>((resolve, reject) => {
        if (current === 'silent') return
        setTimeout(() => {
          if (current === 'unreachable') reject(new Error('connection refused'))
          else resolve({ status: current.status, headers: {}, body: current.text })
        }, options.answersAfterMs)
      })
    },
    abort: () => {
      aborted += 1
    },
    callFunction: () => Promise.reject(new Error('this phone has no cloud functions')),
  }
  const { wx, setNetworkType } = createWx({
    appId: options.wxappid,
    version: '1',
    systemInfo: options.systemInfo,
    networkType: options.network as NetworkType | null,
    host,
    // The phone answers within the call: the SDK alone must make getConnection asynchronous.
    delivery: 'immediate',
    timers: { setTimeout, clearTimeout },
    onError,
  })
  return {
    wx,
    sent,
    answerWith(next) {
      answering = next
    },
    moveTo: (network) => setNetworkType(network as NetworkType),
    countAborted: () => aborted,
  }
}

function toSentRequest({ url, method, headers, body, bearer }: HttpRequest): SentRequest {
  return {
    url,
    method,
    contentType: headers['content-type'] ?? '',
    headers,
    body: body === null ? null : parseText(body),
    ...(bearer && { bearer }),
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
