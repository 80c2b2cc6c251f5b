// `wx.request` with WeChat's rules, and the network's type.
import { type DeviceSettings, type Host, type NetworkType, refererOf } from '../device'
import { CallFailure, type Calls, type Wx } from './call'
import type { Listeners } from './listeners'

/** More wait their turn. */
const CONCURRENT_REQUESTS = 10
const TIMEOUT_MS = 60_000

/** WeChat's general error numbers. */
const ERRNO = { timeout: 5, notListed: 600_002, interrupted: 600_003, unreachable: 600_001 } as const

type RequestOption = WechatMiniprogram.RequestOption
interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: NetworkType
}

export interface Network {
  readonly api: Pick<Wx, 'request' | 'getNetworkType' | 'onNetworkStatusChange' | 'offNetworkStatusChange'>
  setType(type: NetworkType): void
  /** In the background for too long: what runs ends, and what is asked for fails until {@link restore}. */
  interrupt(): void
  restore(): void
}

interface Running {
  readonly fail: (failure: CallFailure) => void
}

export function createNetwork(
  settings: DeviceSettings,
  host: Host,
  { call, settle }: Calls,
  changes: Listeners<NetworkStatus>,
): Network {
  let type = settings.networkType
  let interrupted = false
  let ids = 0
  const running = new Map<number, Running>()
  const waiting: Array<() => void> = []

  const status = (): NetworkStatus => ({ isConnected: type !== 'none', networkType: type })

  function next(): void {
    if (running.size < CONCURRENT_REQUESTS) waiting.shift()?.()
  }

  function send(option: RequestOption, id: number): Promise<object> {
    return new Promise((resolve, reject) => {
      const refused = interrupted ? interruption() : refusal(option.url, settings)
      if (refused) return reject(refused)
      const start = () => {
        const { timeout = TIMEOUT_MS } = option
        const timer = setTimeout(() => fail(new CallFailure('timeout', ERRNO.timeout)), timeout)
        const over = () => {
          clearTimeout(timer)
          running.delete(id)
          next()
        }
        const fail = (failure: CallFailure) => {
          if (!running.has(id)) return
          host.abort(id)
          over()
          reject(failure)
        }
        running.set(id, { fail })
        host.request({ id, ...asHttp(option, settings) }).then(
          ({ status: statusCode, headers, body }) => {
            if (!running.has(id)) return
            over()
            resolve({ statusCode, header: headers, cookies: [], data: asData(body, option) })
          },
          (error: unknown) =>
            fail(new CallFailure(error instanceof Error ? error.message : String(error), ERRNO.unreachable)),
        )
      }
      waiting.push(start)
      next()
    })
  }

  return {
    api: {
      request: ((option: RequestOption) => {
        ids += 1
        const id = ids
        settle('request', option, send(option, id))
        return requestTask(() => running.get(id)?.fail(new CallFailure('abort')))
      }) as unknown as Wx['request'],
      getNetworkType: call('getNetworkType', () => ({
        networkType: type,
        signalStrength: -60,
        hasSystemProxy: false,
        weakNet: false,
      })),
      onNetworkStatusChange: changes.on as Wx['onNetworkStatusChange'],
      offNetworkStatusChange: changes.off as unknown as Wx['offNetworkStatusChange'],
    },
    setType: (now) => {
      type = now
      changes.tell(status())
    },
    interrupt: () => {
      interrupted = true
      waiting.length = 0
      for (const { fail } of [...running.values()]) fail(interruption())
    },
    restore: () => {
      interrupted = false
    },
  }
}

function interruption(): CallFailure {
  return new CallFailure('interrupted', ERRNO.interrupted)
}

function requestTask(abort: () => void) {
  const nothing = () => undefined
  return {
    abort,
    onHeadersReceived: nothing,
    offHeadersReceived: nothing,
    onChunkReceived: nothing,
    offChunkReceived: nothing,
  }
}

/** 合法域名: only https, only hosts on the list, and no port that the list does not name. */
function refusal(url: string, { requestDomains }: DeviceSettings): CallFailure | null {
  if (requestDomains === null) return null
  const parts = /^https:\/\/([^/?#]+)/i.exec(url)
  if (parts && requestDomains.includes(String(parts[1]).toLowerCase())) return null
  return new CallFailure('url not in domain list', ERRNO.notListed)
}

function asHttp({ url, method = 'GET', data, header = {} }: RequestOption, settings: DeviceSettings) {
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  for (const [name, value] of Object.entries(header)) headers[name.toLowerCase()] = String(value)
  // Cannot be set by the mini-program.
  headers.referer = refererOf(settings)
  if (data === undefined || data === null) return { url, method, headers, body: null }
  if (method === 'GET') return { url: withQuery(url, data), method, headers, body: null }
  return { url, method, headers, body: asBody(data, headers['content-type'] ?? '') }
}

function asBody(data: NonNullable<RequestOption['data']>, contentType: string): string {
  if (typeof data === 'string') return data
  return contentType.includes('x-www-form-urlencoded') ? formOf(data) : JSON.stringify(data)
}

function withQuery(url: string, data: NonNullable<RequestOption['data']>): string {
  const query = typeof data === 'string' ? data : formOf(data)
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function formOf(data: object): string {
  return Object.entries(data)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')
}

/** As WeChat does: JSON where it is JSON, the text where it is not. */
function asData(body: string, { dataType = 'json' }: RequestOption): unknown {
  if (dataType !== 'json') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
