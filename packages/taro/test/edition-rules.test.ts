// What stands against an edition, by page and device.
import { judgeEdition } from '../src/edition-rules'

const CARRIER = 'http://www.cmpassport.com'
const device = { system: '' as string | undefined }

const getSystemInfoSync = jest.fn(() => device)

jest.mock('@tarojs/taro', () => ({ getSystemInfoSync: () => getSystemInfoSync() }))

const IPHONE = (version: string) =>
  `Mozilla/5.0 (iPhone; CPU iPhone OS ${version} like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1`
const ANDROID = 'Mozilla/5.0 (Linux; Android 18; Pixel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile'

afterEach(() => {
  process.env.TARO_ENV = 'h5'
  jest.restoreAllMocks()
})

/** The doubt about the image edition. */
function doubtInWeChat(system: string | undefined, origin: string | undefined = CARRIER) {
  process.env.TARO_ENV = 'weapp'
  device.system = system
  return judgeEdition('image', origin).doubt()
}
function doubtInBrowser(userAgent: string, origin = CARRIER) {
  jest.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  return judgeEdition('image', origin).doubt()
}

test.each(['iOS 18.0', 'iOS 18.1', 'iOS 18.4.1', 'iOS 26.0', 'iPadOS 18.1', 'iOS 100'])(
  'WeChat on %s may load an http image over https',
  (system) => {
    expect(doubtInWeChat(system)).toBe('httpImageMaybeUpgraded')
  },
)

test.each(['iOS 17.7.2', 'iOS 9.3', 'Android 18', 'HarmonyOS 18.1', 'Windows 18', '', undefined])(
  'nothing stands against the image in WeChat on %p',
  (system) => {
    expect(doubtInWeChat(system)).toBeNull()
    expect(judgeEdition('image', CARRIER).unsupported()).toBeNull()
  },
)

test.each([
  ['18_0', 'httpImageMaybeUpgraded'],
  ['18_6_2', 'httpImageMaybeUpgraded'],
  ['26_0', 'httpImageMaybeUpgraded'],
  ['17_7', null],
])('a browser on iPhone OS %s has the doubt %p', (version, doubt) => {
  expect(doubtInBrowser(IPHONE(version))).toBe(doubt)
})

test.each(['h5', 'weapp'])('%s: whether an edition can work is told without a look at the device', (env) => {
  process.env.TARO_ENV = env
  getSystemInfoSync.mockClear()
  const userAgent = jest.spyOn(window.navigator, 'userAgent', 'get')
  for (const edition of ['image', 'https'] as const) judgeEdition(edition, CARRIER).unsupported()
  expect(userAgent).not.toHaveBeenCalled()
  expect(getSystemInfoSync).not.toHaveBeenCalled()
})

test('an iPad counts, Android does not', () => {
  expect(doubtInBrowser('Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) Safari/604.1')).toBe('httpImageMaybeUpgraded')
  expect(doubtInBrowser(ANDROID)).toBeNull()
})

test.each([
  'http://120.197.235.102:7002',
  'http://127.0.0.1',
  'http://192.168.1.2/handset/1',
  'http://[::1]:7010',
  'https://www.cmpassport.com',
])('an image from %s is not loaded from elsewhere', (origin) => {
  expect(doubtInWeChat('iOS 18.1', origin)).toBeNull()
})

test.each(['http://www.cmpassport.com', 'http://120.197.235.102.example.com', 'http://1.2.3', 'HTTP://a.test'])(
  'an image from %s, which is a name, may be',
  (origin) => {
    expect(doubtInWeChat('iOS 18.1', origin)).toBe('httpImageMaybeUpgraded')
  },
)

test('nothing stands against the HTTPS edition, wherever the image would come from', () => {
  jest.spyOn(window.navigator, 'userAgent', 'get').mockReturnValue(IPHONE('18_1'))
  const { unsupported, doubt } = judgeEdition('https', CARRIER)
  expect([unsupported(), doubt()]).toEqual([null, null])
})

test('a line without an address is left to the SDK, which names the mistake', () => {
  expect(doubtInWeChat('iOS 18.1', undefined)).toBe('httpImageMaybeUpgraded')
  expect(judgeEdition('image', '').doubt()).toBeNull()
})
