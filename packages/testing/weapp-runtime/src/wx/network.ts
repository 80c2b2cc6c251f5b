// `wx.request` with WeChat's rules, and the network's type.
import type { Host, NetworkType } from '../device'
import { chooseBearer } from './bearer'
import type { Calls } from './call'
import { CallFailure } from './call-failure'
import { checkMethod, isBinary, parseBody, type RequestOptions, type RequestResult, toHttpRequest } from './http'
import type { Listeners } from './listeners'
import { withMissingMembers } from './missing-members'
import { createRequestQueue, ERRNO, type Timers, toInterruption } from './request-queue'
import type { SystemInfo } from './system'
import { isAtLeast } from './version'

/** WeChat's own limit, unless `app.json` or the request sets another. */
const TIMEOUT_MS = 60_000

export interface NetworkStatus {
  readonly isConnected: boolean
  readonly networkType: NetworkType
}

export interface NetworkOptions {
  /** `null` makes `wx.getNetworkType` fail. */
  readonly networkType: NetworkType | null
  /** See `DeviceSettings.mobileData`. */
  readonly mobileData: boolean
  readonly hasSystemProxy: boolean
  /** What `wx.getSystemInfoSync()` returns. */
  readonly systemInfo: SystemInfo
  /** See `DeviceSettings.requestDomains`. */
  readonly requestDomains: readonly string[] | null
  /** The Referer of every request. */
  readonly referer: string
  /** Milliseconds. @default 60 000 */
  readonly timeoutMs?: number
  readonly host: Host
  readonly timers: Timers
  readonly calls: Calls
  readonly changes: Listeners<NetworkStatus>
  readonly reportMissing: (what: string) => void
}

export type Network = ReturnType<typeof createNetwork>

export function createNetwork(options: NetworkOptions) {
  const { calls, changes, host, mobileData, reportMissing, timers } = options
  const { platform, SDKVersion: baseLibrary } = options.systemInfo
  const queue = createRequestQueue(host, timers)
  let type = options.networkType
  let lastId = 0

  /** Why no request can be sent now; `null` if it can. */
  const findRefusal = (): CallFailure | null => {
    if (queue.interrupted) return toInterruption()
    return type === 'none' ? new CallFailure(DISCONNECTED, ERRNO.unreachable) : null
  }

  async function send(asked: RequestOptions, id: number): Promise<RequestResult> {
    checkMethod(asked)
    const refusal = findRefusal() ?? checkDomain(asked.url, options.requestDomains)
    if (refusal) throw refusal
    const bearer = chooseBearer(asked.forceCellularNetwork, { networkType: type, mobileData, platform, baseLibrary })
    const request = { id, ...toHttpRequest(asked, options.referer), ...(bearer && { bearer }) }
    const answer = await queue.send(request, asked.timeout ?? options.timeoutMs ?? TIMEOUT_MS)
    const { status, headers, cookies = [], body } = answer
    return { statusCode: status, header: headers, cookies, data: parseBody(body, asked) }
  }

  return {
    api: {
      request: (asked: RequestOptions) => {
        lastId += 1
        const id = lastId
        if (isBinary(asked.data)) reportMissing('wx.request({ data: ArrayBuffer })')
        calls.notify({ name: 'request', callbacks: asked, work: () => send(asked, id) })
        return withMissingMembers({ abort: () => queue.abort(id) }, { name: 'RequestTask', reportMissing })
      },
      getNetworkType: calls.call('getNetworkType', () => {
        if (type === null) throw new CallFailure('network type is not available')
        return {
          networkType: type,
          signalStrength: -60,
          ...(isAtLeast(baseLibrary, '2.22.1') && { hasSystemProxy: options.hasSystemProxy }),
          ...(isAtLeast(baseLibrary, '3.5.3') && { weakNet: false }),
        }
      }),
      onNetworkStatusChange: changes.on,
      offNetworkStatusChange: changes.off,
    },
    findRefusal,
    /** Moves the phone to another network and notifies the listeners. */
    setType: (next: NetworkType): void => {
      if (next === type) return
      type = next
      changes.notify({ isConnected: type !== 'none', networkType: type })
    },
    /** The app was in the background for too long: running and new requests fail until {@link restore}. */
    interrupt: queue.interrupt,
    restore: queue.restore,
  }
}

/** Android's message. */
const DISCONNECTED = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED'

/** 合法域名: only https, only listed hosts, and no port that the list does not name. */
function checkDomain(url: string, domains: readonly string[] | null): CallFailure | null {
  if (domains === null) return null
  const parts = /^https:\/\/([^/?#]+)/i.exec(url)
  if (parts && domains.includes(String(parts[1]).toLowerCase())) return null
  return new CallFailure('url not in domain list', ERRNO.notListed)
}
