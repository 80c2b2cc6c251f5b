// `wx` in Node: for running a mini-program's SDK or logic without a page.
import { DEFAULT_SETTINGS, type EnvVersion, type Host, type NetworkType } from '../device'
import { createHttpHost } from '../http-host'
import { parsePageUrl } from '../logic/paths'
import { runSafely, type Work } from '../logic/thread'
import type { Delivery } from './call'
import { createHeadlessWx, type HeadlessWx } from './headless'
import { GLOBAL_TIMERS, type Timers } from './request-queue'
import { DEFAULT_PART_INFO, DEFAULT_SYSTEM_INFO, type SystemInfo } from './system'

export interface WxOptions {
  /** The mini-program's AppID. @default 'wx0123456789abcdef' */
  readonly appId?: string
  /** Part of the Referer; `0` is a development version. @default '0' */
  readonly version?: string
  /** Which build runs, see `DeviceSettings.envVersion`. @default null */
  readonly envVersion?: EnvVersion | null
  /**
   * The exact answer of `wx.getSystemInfoSync()`. Its parts, e.g. `wx.getDeviceInfo()`, hold the same fields.
   *
   * @default a made-up phone with every field
   */
  readonly systemInfo?: SystemInfo
  /** `null` makes `wx.getNetworkType` fail. @default '4g' */
  readonly networkType?: NetworkType | null
  /** Whether the phone has a SIM and its mobile data is on, for `forceCellularNetwork` on Wi-Fi. @default true */
  readonly mobileData?: boolean
  /** @default false */
  readonly hasSystemProxy?: boolean
  /** Hosts that `wx.request` may reach; `null` checks nothing. @default null */
  readonly requestDomains?: readonly string[] | null
  /** Answers `wx.request` and `wx.cloud.callFunction`. @default createHttpHost() */
  readonly host?: Host
  /**
   * When callbacks run. `later`: in a later task, as in WeChat. `immediate`: as soon as the outcome is known, so within
   * the call for what the phone knows itself. That is the harder case for an SDK that promises to be asynchronous.
   *
   * @default 'later'
   */
  readonly delivery?: 'later' | 'immediate'
  /** @default the global timers at the time of each call */
  readonly timers?: Timers
  /** Receives what callbacks throw or reject with. @default an uncaught exception */
  readonly onError?: (error: unknown) => void
}

export interface WxStandIn {
  /** An ordinary object: tests may replace members. */
  readonly wx: HeadlessWx
  /** Moves the phone to another network and notifies the listeners of `wx.onNetworkStatusChange`. */
  setNetworkType(type: NetworkType): void
}

/**
 * Creates the members of `wx` that need no screen: system information, `request`, network type, cloud functions,
 * storage, random values and app events. They behave as in a run of a whole mini-program.
 */
export function createWx(options: WxOptions = {}): WxStandIn {
  const { timers = GLOBAL_TIMERS, systemInfo } = options
  const { api, network } = createHeadlessWx({
    appId: options.appId ?? DEFAULT_SETTINGS.appId,
    version: options.version ?? DEFAULT_SETTINGS.version,
    envVersion: options.envVersion ?? DEFAULT_SETTINGS.envVersion,
    launch: parsePageUrl('', ''),
    systemInfo: systemInfo ?? DEFAULT_SYSTEM_INFO,
    partInfo: systemInfo ? {} : DEFAULT_PART_INFO,
    networkType: options.networkType === undefined ? DEFAULT_SETTINGS.networkType : options.networkType,
    mobileData: options.mobileData ?? DEFAULT_SETTINGS.mobileData,
    hasSystemProxy: options.hasSystemProxy ?? DEFAULT_SETTINGS.hasSystemProxy,
    requestDomains: options.requestDomains ?? DEFAULT_SETTINGS.requestDomains,
    host: options.host ?? createHttpHost(),
    delivery: createDelivery(options, timers),
    timers,
    // A caller in Node looks for a member before it uses it.
    reportMissing: () => undefined,
  })
  return { wx: api, setNetworkType: network.setType }
}

function createDelivery({ delivery = 'later', onError = throwUncaught }: WxOptions, timers: Timers): Delivery {
  const run = (work: Work) => runSafely(work, { onError, onRejection: onError })
  if (delivery === 'immediate') return { run, post: run }
  return { run, post: (work, ms = 0) => void timers.setTimeout(() => run(work), ms) }
}

function throwUncaught(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}
