// `npm run size`: compares the sizes of everything that reaches a user with size/budgets.json. turbo builds it first.
import { readFiles } from './mini-program/files'
import { checkBudgets, measureFiles, type Sizes, subtract } from './size/budget'
import BUDGETS from './size/budgets.json'
import { bundle } from './size/bundle'

const DEMO = readFiles('apps/demo/dist/weapp')
const DEMO_FILES = ['app.js', 'taro.js', 'common.js', 'vendors.js', 'base.wxml', 'app.wxss']

const measureApp = (app: string) => measureFiles(readFiles(`e2e/taro-apps/dist/${app}/weapp`).values())
const measureBundle = async (entry: string, platform: 'weapp' | 'h5', names = '*') =>
  measureFiles([await bundle({ [`packages/${entry}`]: names }, platform)])

const COMPONENT = { 'packages/taro/dist/index.js': '*' }

/** What a way adds to an app that has the component. */
const measureWay = async (way: string, platform: 'weapp' | 'h5') =>
  subtract(
    measureFiles([await bundle({ ...COMPONENT, [`packages/taro/dist/${way}.js`]: '*' }, platform)]),
    measureFiles([await bundle(COMPONENT, platform)]),
  )

async function measureAll(): Promise<Sizes> {
  return {
    'an empty WeChat app': measureApp('empty'),
    '<LocalNumberLogin> adds to it': subtract(measureApp('component'), measureApp('empty')),
    'the demo for WeChat, main package': measureFiles(DEMO.values()),
    ...Object.fromEntries(
      DEMO_FILES.map((path) => [`the demo for WeChat, ${path}`, measureFiles([DEMO.get(path) ?? Buffer.of()])]),
    ),
    '@local-number/taro, bundled for WeChat': await measureBundle('taro/dist/index.js', 'weapp'),
    '@local-number/taro, bundled for H5': await measureBundle('taro/dist/index.js', 'h5'),
    'useLocalNumberLogin, bundled for WeChat': await measureBundle(
      'taro/dist/index.js',
      'weapp',
      '{ CarrierImage, useLocalNumberLogin }',
    ),
    '@local-number/taro/sms adds to it, for WeChat': await measureWay('sms', 'weapp'),
    '@local-number/taro/sms adds to it, for H5': await measureWay('sms', 'h5'),
    '@local-number/taro/wechat adds to it': await measureWay('wechat', 'weapp'),
    '@local-number/taro/vendor, bundled': await measureBundle('taro/dist/vendor.js', 'weapp'),
    '@local-number/login, bundled': await measureBundle('login/dist/index.js', 'weapp'),
    '@local-number/jssdk/miniprogram, bundled': await measureBundle('jssdk/dist/miniprogram.js', 'weapp'),
    '@local-number/jssdk/h5, bundled': await measureBundle('jssdk/dist/h5.js', 'h5'),
  }
}

async function main(): Promise<void> {
  const results = checkBudgets(await measureAll(), BUDGETS)
  for (const { line } of results) console.log(line)
  if (!results.every(({ ok }) => ok)) process.exitCode = 1
}

main()
