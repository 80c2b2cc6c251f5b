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

export function systemApi({ appId, version, system, launchUrl }: DeviceSettings, { call }: Calls, firstPage: string) {
  const info = { ...PHONE, ...PERMISSIONS, ...system }
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
  return {
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getSystemInfoSync: () => info,
    getSystemInfo: call('getSystemInfo', () => info),
    getSystemInfoAsync: call('getSystemInfoAsync', () => info),
    getWindowInfo: () => ({ ...info, screenTop: 64 }),
    getDeviceInfo: () => ({ ...info, abi: 'arm64', deviceAbi: 'arm64', cpuType: 'unknown', memorySize: '8192' }),
    getAppBaseInfo: () => ({ ...info, enableDebug: false, PCKernelVersion: '', fontSizeScaleFactor: 1 }),
    getSystemSetting: () => info,
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
    getMenuButtonBoundingClientRect: () => ({ top: 26, left: 280, right: 367, bottom: 58, width: 87, height: 32 }),
  } satisfies Partial<Wx>
}
