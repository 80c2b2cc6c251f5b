// What the phone and WeChat say of themselves.
import type { DeviceSettings } from '../device'
import { parsedUrl } from '../logic/pages'
import type { Calls, Wx } from './call'

/** A made-up phone: 375 points wide, as designs are drawn. */
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
} satisfies Partial<WechatMiniprogram.SystemInfo>

/** What the user allows WeChat: nothing that nobody asked for. */
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

const WINDOW_INFO = [
  ...(['pixelRatio', 'safeArea', 'screenHeight', 'screenTop'] as const),
  ...(['screenWidth', 'statusBarHeight', 'windowHeight', 'windowWidth'] as const),
] as const
const DEVICE_INFO = [
  ...(['abi', 'benchmarkLevel', 'brand', 'cpuType', 'deviceAbi', 'memorySize', 'model', 'platform', 'system'] as const),
] as const
const APP_BASE_INFO = [
  ...(['PCKernelVersion', 'SDKVersion', 'enableDebug', 'fontSizeScaleFactor'] as const),
  ...(['fontSizeSetting', 'host', 'language', 'version', 'theme'] as const),
] as const
const SYSTEM_SETTING = ['bluetoothEnabled', 'deviceOrientation', 'locationEnabled', 'wifiEnabled'] as const

/** What only the parts of the information have. */
const OF_PARTS = {
  screenTop: 64,
  abi: 'arm64',
  deviceAbi: 'arm64',
  cpuType: 'unknown',
  memorySize: '8192',
  PCKernelVersion: '',
  fontSizeScaleFactor: 1,
}

const CAPSULE = { top: 26, bottom: 58, width: 87, height: 32 }
const CAPSULE_MARGIN = 8

export function systemApi({ appId, version, system, launchUrl }: DeviceSettings, { call }: Calls, firstPage: string) {
  const width = windowWidth()
  const info = { ...PHONE, ...PERMISSIONS, screenWidth: width, windowWidth: width, ...system }
  const all = { ...OF_PARTS, ...info }
  const { path, query } = parsedUrl('', launchUrl ?? firstPage)
  const launch = {
    path,
    query,
    scene: 1001,
    shareTicket: '',
    referrerInfo: { appId: '', extraData: {} },
    apiCategory: 'default' as const,
    forwardMaterials: [],
    hostExtraData: { host_scene: '' },
  }
  const right = width - CAPSULE_MARGIN
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => info,
    getSystemInfo: call('getSystemInfo', () => info),
    getSystemInfoAsync: call('getSystemInfoAsync', () => info),
    getWindowInfo: () => pick(all, WINDOW_INFO),
    getDeviceInfo: () => pick(all, DEVICE_INFO),
    getAppBaseInfo: () => pick(all, APP_BASE_INFO),
    getSystemSetting: () => pick(all, SYSTEM_SETTING),
    getAccountInfoSync: () => ({
      miniProgram: {
        appId,
        envVersion: version === '0' || version === 'devtools' ? 'develop' : 'release',
        version: '',
      },
      plugin: { appId: '', version: '' },
    }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({ ...CAPSULE, left: right - CAPSULE.width, right }),
  } satisfies Partial<Wx>
}

/** Of the real window; jsdom has none. */
function windowWidth(): number {
  return document.documentElement.clientWidth || PHONE.windowWidth
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>
}
