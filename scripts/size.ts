// `npm run size`: what everything that reaches a user weighs, against its budget in size/budgets.json. Needs
// `npm run build`, `npm run build:weapp` and `npm run build:taro-apps`.
import { readFiles } from './mini-program/files'
import { difference, type Sizes, sizeOf, verdicts } from './size/budget'
import BUDGETS from './size/budgets.json'
import { bundle } from './size/bundle'

const DEMO = readFiles('apps/demo/dist/weapp')
const DEMO_FILES = ['app.js', 'taro.js', 'common.js', 'vendors.js', 'base.wxml', 'app.wxss']

const weapp = (app: string) => sizeOf(readFiles(`e2e/taro-apps/dist/${app}/weapp`).values())
const bundled = async (entry: string, platform: 'weapp' | 'h5') => sizeOf([await bundle(`packages/${entry}`, platform)])

async function measure(): Promise<Sizes> {
  return {
    'an empty WeChat app': weapp('empty'),
    '<LocalNumberLogin> adds to it': difference(weapp('component'), weapp('empty')),
    'the demo for WeChat, main package': sizeOf(DEMO.values()),
    ...Object.fromEntries(
      DEMO_FILES.map((path) => [`the demo for WeChat, ${path}`, sizeOf([DEMO.get(path) ?? Buffer.of()])]),
    ),
    '@local-number/taro, bundled for WeChat': await bundled('taro/dist/index.js', 'weapp'),
    '@local-number/taro, bundled for H5': await bundled('taro/dist/index.js', 'h5'),
    '@local-number/login, bundled': await bundled('login/dist/index.js', 'weapp'),
    '@local-number/jssdk/miniprogram, bundled': await bundled('jssdk/dist/miniprogram.js', 'weapp'),
    '@local-number/jssdk/h5, bundled': await bundled('jssdk/dist/h5.js', 'h5'),
  }
}

async function main(): Promise<void> {
  const results = verdicts(await measure(), BUDGETS)
  for (const { line } of results) console.log(line)
  if (!results.every(({ ok }) => ok)) process.exitCode = 1
}

main()
