// What the phone and WeChat report about themselves.
import { type EnvVersion, getEnvVersion, type Theme } from '../device'
import type { PageLocation } from '../logic/paths'
import type { Calls } from './call'

/** The fields of `wx.getSystemInfoSync()`. A real phone may lack some. */
export type SystemInfo = Readonly<Record<string, unknown>>

/** The default phone: 375 points wide, the width that designs are drawn for. */
const PHONE = {
  brand: 'weapp-runtime',
  model: 'weapp-runtime',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 748,
  statusBarHeight: 20,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  fontSizeSetting: 16,
  SDKVersion: '3.7.0',
  benchmarkLevel: -1,
  theme: 'light',
  safeArea: { left: 0, right: 375, top: 20, bottom: 812, width: 375, height: 792 },
  deviceOrientation: 'portrait',
  enableDebug: false,
  host: { appId: '' },
}

/** The user has granted WeChat nothing. */
const PERMISSIONS = {
  albumAuthorized: false,
  bluetoothEnabled: false,
  cameraAuthorized: false,
  locationAuthorized: false,
  locationEnabled: false,
  locationReducedAccuracy: false,
  microphoneAuthorized: false,
  notificationAlertAuthorized: false,
  notificationAuthorized: false,
  notificationBadgeAuthorized: false,
  notificationSoundAuthorized: false,
  phoneCalendarAuthorized: false,
  wifiEnabled: true,
}

/** What `wx.getSystemInfoSync()` returns by default. */
export const DEFAULT_SYSTEM_INFO = { ...PHONE, ...PERMISSIONS }

/** Fields that only `wx.getWindowInfo` and the other parts have. */
export const DEFAULT_PART_INFO: SystemInfo = {
  screenTop: 64,
  abi: 'arm64',
  deviceAbi: 'arm64',
  cpuType: 'unknown',
  memorySize: '8192',
  PCKernelVersion: '',
  fontSizeScaleFactor: 1,
}

const WINDOW_INFO = [
  ...['pixelRatio', 'safeArea', 'screenHeight', 'screenTop'],
  ...['screenWidth', 'statusBarHeight', 'windowHeight', 'windowWidth'],
]
const DEVICE_INFO = [
  ...['abi', 'benchmarkLevel', 'brand', 'cpuType', 'deviceAbi', 'memorySize', 'model', 'platform', 'system'],
]
const APP_BASE_INFO = [
  ...['PCKernelVersion', 'SDKVersion', 'enableDebug', 'fontSizeScaleFactor'],
  ...['fontSizeSetting', 'host', 'language', 'version', 'theme'],
]
const SYSTEM_SETTING = ['bluetoothEnabled', 'deviceOrientation', 'locationEnabled', 'wifiEnabled']

const CAPSULE = { top: 26, bottom: 58, width: 87, height: 32 }
const CAPSULE_MARGIN = 8

export interface SystemOptions {
  readonly appId: string
  readonly version: string
  readonly envVersion: EnvVersion | null
  /** What `wx.getSystemInfoSync()` returns. */
  readonly info: SystemInfo
  /** Further fields of `wx.getWindowInfo` and the other parts. */
  readonly partInfo: SystemInfo
  /** The page that the mini-program was opened with. */
  readonly launch: PageLocation
}

export function createSystemApi(
  { appId, version, envVersion, info: initial, partInfo, launch }: SystemOptions,
  { call }: Calls,
) {
  let info = initial
  const getAll = () => ({ ...partInfo, ...info })
  const launchOptions = {
    ...launch,
    scene: 1001,
    shareTicket: '',
    referrerInfo: { appId: '', extraData: {} },
    apiCategory: 'default' as const,
    forwardMaterials: [],
    hostExtraData: { host_scene: '' },
  }
  const right = Number(info.windowWidth ?? PHONE.windowWidth) - CAPSULE_MARGIN
  return {
    setTheme: (theme: Theme): void => {
      info = { ...info, theme }
    },
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => ({ ...info }),
    getSystemInfo: call('getSystemInfo', () => ({ ...info })),
    getSystemInfoAsync: call('getSystemInfoAsync', () => ({ ...info })),
    getWindowInfo: () => pick(getAll(), WINDOW_INFO),
    getDeviceInfo: () => pick(getAll(), DEVICE_INFO),
    getAppBaseInfo: () => pick(getAll(), APP_BASE_INFO),
    getSystemSetting: () => pick(getAll(), SYSTEM_SETTING),
    getAccountInfoSync: () => ({
      miniProgram: {
        appId,
        envVersion: getEnvVersion({ envVersion, version }),
        version: '',
      },
      plugin: { appId: '', version: '' },
    }),
    getLaunchOptionsSync: () => launchOptions,
    getEnterOptionsSync: () => launchOptions,
    getMenuButtonBoundingClientRect: () => ({ ...CAPSULE, left: right - CAPSULE.width, right }),
  }
}

function pick(from: SystemInfo, names: readonly string[]): SystemInfo {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]))
}
