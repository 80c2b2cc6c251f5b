// The platforms that Taro builds for, as the login sees them. `process.env.TARO_ENV` is a constant of every Taro build,
// so that each build keeps its own branch only.
import type { Transport } from '@local-number/jssdk'
import { createFetchTransport } from '@local-number/jssdk/h5'
import { createWxTransport } from '@local-number/jssdk/miniprogram'
import type { CallFunction, ForegroundPort, LoginPorts, Unsupported } from '@local-number/login'
import {
  cloud,
  getSystemInfoSync,
  offAppHide,
  offAppShow,
  offNetworkStatusChange,
  onAppHide,
  onAppShow,
  onNetworkStatusChange,
  requirePrivacyAuthorize,
} from '@tarojs/taro'
import { createWx } from './wx'

export interface LoginPlatform extends Pick<LoginPorts, 'authorize' | 'foreground'> {
  readonly post: Transport
  /** `null` without `wx.cloud`. */
  readonly callFunction: CallFunction | null
  onNetworkChange(listener: () => void): () => void
  /** Why no edition can work here. */
  unsupported(): Unsupported | null
}

/** WeChat on a computer has no SIM. Named as `getSystemInfoSync().platform` names them. */
const DESKTOPS: readonly string[] = ['windows', 'mac', 'linux', 'ohos_pc']
const DESKTOP: Unsupported = { reason: 'platformUnsupported', code: 'desktop' }

/** The platform of this build. Number retrieval works in WeChat mini-programs and browsers; all others fall back. */
export function createPlatform(): LoginPlatform {
  if (process.env.TARO_ENV === 'h5') {
    return {
      post: createFetchTransport((input, init) => window.fetch(input, init)),
      callFunction: null,
      onNetworkChange,
      foreground: pageForeground,
      unsupported: () => null,
    }
  }
  return {
    post: createWxTransport(createWx()),
    callFunction: process.env.TARO_ENV === 'weapp' && cloud ? (call) => cloud.callFunction(call) : null,
    onNetworkChange,
    ...(process.env.TARO_ENV === 'weapp' ? { authorize: authorizeInWeChat, foreground: appForeground } : {}),
    unsupported: () => {
      if (process.env.TARO_ENV !== 'weapp') return { reason: 'platformUnsupported', code: process.env.TARO_ENV ?? null }
      return DESKTOPS.includes(getSystemInfoSync().platform ?? '') ? DESKTOP : null
    },
  }
}

function onNetworkChange(listener: () => void): () => void {
  onNetworkStatusChange(listener)
  return () => offNetworkStatusChange(listener)
}

/** WeChat asks the user as the app's privacy guide requires; before base library 2.32.3 it asks nothing. */
function authorizeInWeChat(): Promise<void> {
  return new Promise((resolve, reject) => {
    if (typeof requirePrivacyAuthorize !== 'function') return resolve()
    requirePrivacyAuthorize({ success: () => resolve(), fail: reject })
  })
}

const appForeground: ForegroundPort = {
  onChange: (listener) => {
    const onShow = () => listener(true)
    const onHide = () => listener(false)
    onAppShow(onShow)
    onAppHide(onHide)
    return () => {
      offAppShow(onShow)
      offAppHide(onHide)
    }
  },
}

/** Not by Taro's own events, which listen on the window: older Safaris do not let this event reach it. */
const pageForeground: ForegroundPort = {
  onChange: (listener) => {
    const onVisibilityChange = () => listener(document.visibilityState !== 'hidden')
    document.addEventListener('visibilitychange', onVisibilityChange)
    return () => document.removeEventListener('visibilitychange', onVisibilityChange)
  },
}
