// `wx.request` with WeChat's rules, and the network's type.
import { type DeviceSettings, type Host, type NetworkType, refererOf } from '../device'
import type { AppConfig } from '../package'
import { CallFailure, type Calls, type Wx } from './call'
import type { Listeners } from './listeners'
import { named } from './named'

/** More wait their turn. */
const CONCURRENT_REQUESTS = 10
const TIMEOUT_MS = 60_000

/** WeChat's general error numbers. */
const ERRNO = { timeout: 5, notListed: 600_002, interrupted: 600_003, unreachable: 600_001 } as const

type RequestOption = WechatMiniprogram.RequestOption
type RequestTask = WechatMiniprogram.RequestTask
interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: NetworkType
}

export interface Network {
  readonly api: Pick<Wx, 'request' | 'getNetworkType' | 'onNetworkStatusChange' | 'offNetworkStatusChange'>
  /** Why nothing can be asked for now. */
  refusal(): CallFailure | null
  setType(type: NetworkType): void
  /** In the background for too long: what runs ends, and what is asked for fails until {@link restore}. */
  interrupt(): void
  restore(): void
}

/** A request that waits or runs. */
interface Open {
  fail(failure: CallFailure): void
}

export function createNetwork(
  { networkTimeout = {} }: AppConfig,
  settings: DeviceSettings,
  host: Host,
  { call, tell }: Calls,
  changes: Listeners<NetworkStatus>,
  missing: (what: string) => void,
): Network {
  let type = settings.networkType
  let interrupted = false
  let ids = 0
  let running = 0
  const open = new Map<number, Open>()
  const waiting: Array<() => void> = []

  const status = (): NetworkStatus => ({ isConnected: type !== 'none', networkType: type })

  function refusal(): CallFailure | null {
    if (interrupted) return interruption()
    return type === 'none' ? new CallFailure(DISCONNECTED, ERRNO.unreachable) : null
  }

  function next(): void {
    if (running < CONCURRENT_REQUESTS && !interrupted) waiting.shift()?.()
  }

  function send(option: RequestOption, id: number): Promise<object> {
    return new Promise((resolve, reject) => {
      const refused = refusal() ?? unlisted(option.url, settings)
      if (refused) return reject(refused)
      let timer: ReturnType<typeof setTimeout> | null = null
      const over = () => {
        open.delete(id)
        if (timer === null) waiting.splice(waiting.indexOf(start), 1)
        else {
          clearTimeout(timer)
          running -= 1
        }
        next()
      }
      const fail = (failure: CallFailure) => {
        if (!open.has(id)) return
        if (timer !== null) host.abort(id)
        over()
        reject(failure)
      }
      const start = () => {
        const { timeout = networkTimeout.request ?? TIMEOUT_MS } = option
        running += 1
        timer = setTimeout(() => fail(new CallFailure('timeout', ERRNO.timeout)), timeout)
        host.request({ id, ...asHttp(option, settings) }).then(
          ({ status: statusCode, headers, body, cookies = [] }) => {
            if (!open.has(id)) return
            over()
            resolve({ statusCode, header: headers, cookies, data: asData(body, option) })
          },
          (error: unknown) =>
            fail(new CallFailure(error instanceof Error ? error.message : String(error), ERRNO.unreachable)),
        )
      }
      open.set(id, { fail })
      waiting.push(start)
      next()
    })
  }

  return {
    api: {
      request: (option: RequestOption) => {
        ids += 1
        const id = ids
        for (const name of lacking(option)) missing(`wx.request({ ${name} })`)
        tell('request', option, send(option, id))
        const task = { abort: () => open.get(id)?.fail(new CallFailure('abort')) }
        return named(task, 'RequestTask', missing) as RequestTask
      },
      getNetworkType: call('getNetworkType', () => ({
        networkType: type,
        signalStrength: -60,
        hasSystemProxy: false,
        weakNet: false,
      })),
      onNetworkStatusChange: changes.on,
      offNetworkStatusChange: changes.off,
    },
    refusal,
    setType: (now) => {
      if (now === type) return
      type = now
      changes.tell(status())
    },
    interrupt: () => {
      interrupted = true
      for (const { fail } of [...open.values()]) fail(interruption())
    },
    restore: () => {
      interrupted = false
    },
  }
}

/** As Android says it. */
const DISCONNECTED = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'

function interruption(): CallFailure {
  return new CallFailure('interrupted', ERRNO.interrupted)
}

/** What changes a request in WeChat and not here. */
function lacking({ data, responseType, enableChunked, redirect }: RequestOption & { redirect?: string }): string[] {
  const binary = Object.prototype.toString.call(data) === '[object ArrayBuffer]'
  const table = {
    'data: ArrayBuffer': binary,
    "responseType: 'arraybuffer'": responseType === 'arraybuffer',
    enableChunked,
    "redirect: 'manual'": redirect === 'manual',
  }
  return Object.entries(table).flatMap(([name, used]) => (used ? [name] : []))
}

/** 合法域名: only https, only hosts on the list, and no port that the list does not name. */
function unlisted(url: string, { requestDomains }: DeviceSettings): CallFailure | null {
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
