import { readFiles } from '../../mini-program/files'
import { findLoginProblems } from '../../mini-program/login'
import { PLATFORMS, type Platform } from '../../mini-program/platforms'
import { writeFolder } from './folder'

const IMAGE = "{ nn: '7', sid: 'i', p3: 'no-referrer', p4: 'http://www.cmpassport.com/getMobile.htm?a=1' }"
const FALLBACK = "this.setData({ 'root.cn.[0].cn.[2].v': '当前设备不支持本机号码登录' })"
const SEND = 'API.request({ url: "https://a.test/" })'
const mountImage = (image = IMAGE) => `this.setData({ 'root.cn.[0].cn.[3]': ${image} })`

/** Creates a login as Taro compiles it, reduced to what is checked. `agreed` runs once the user agrees. */
function createApp({ api, template }: Platform, ...agreed: string[]) {
  const page = `
    Page({
      data: {},
      ONLOAD() {
        this.setData({ 'root.cn': [{ nn: '3', sid: 'a', cn: [
          { nn: '5', sid: 't', cl: 'lnl-title', p1: 'heading', cn: [] },
          { nn: '20', sid: 'c', cl: 'lnl-consent', cn: [{ nn: '19', sid: 'b', cl: 'lnl-checkbox' }] },
          { nn: '14', sid: 'g', cl: 'lnl-button', cn: [], v: '本机号码登录' },
        ] }] })
      },
      eh({ type, currentTarget }) {
        if (type === 'tap' && currentTarget.id === 'c')
          this.setData({ 'root.cn.[0].cn.[1].cn.[0].cl': 'lnl-checkbox lnl-checkbox-ticked' })
        if (type === 'tap' && currentTarget.id === 'g') { ${agreed.join(';')} }
      },
    })`
  return {
    'app.js':
      'require("./vendors"), App({ onLaunch() { if (!getApp().vendors) throw new Error("too early") }, vendors: require("./vendors").here })',
    'vendors.js': 'exports.here = true',
    'app.json': '{"pages":["pages/index"]}',
    'pages/index.js': page.replaceAll('API', api).replace('ONLOAD', api === 'swan' ? 'onInit' : 'onLoad'),
    [`base.${template}`]: `
<template name="tmpl_0_5"><text aria-role="{{i.p1}}"/></template>
<template name="tmpl_0_7"><image referrer-policy="{{i.p3}}" src="{{i.p4}}"/></template>`,
  }
}

const findProblems = (platform: Platform, files: Readonly<Record<string, string>>) =>
  findLoginProblems(readFiles(writeFolder(files)), platform)

const FALLING_BACK = Object.entries(PLATFORMS).filter(([, { retrievesNumber }]) => !retrievesNumber)

test('WeChat is the only platform that retrieves numbers', () => {
  expect(FALLING_BACK.map(([name]) => name)).toEqual(['alipay', 'tt', 'swan', 'qq', 'jd'])
})

describe.each(FALLING_BACK)('%s', (_name, platform) => {
  test('a login that falls back and sends nothing has no problems', async () => {
    expect(await findProblems(platform, createApp(platform, FALLBACK))).toEqual([])
  })

  test.each([
    ['mounts the image', [mountImage(), FALLBACK], 'the image is mounted before the fallback'],
    [
      'mounts the image for a moment',
      [mountImage(), mountImage('{}'), FALLBACK],
      'the image is mounted before the fallback',
    ],
    ['sends a request', [SEND, FALLBACK], 'a request is sent before the fallback'],
    ['uses a global that phones lack', ['process.env.X'], 'ReferenceError: process is not defined'],
  ])('a login that %s is reported', async (_what, agreed, problem) => {
    expect(await findProblems(platform, createApp(platform, ...agreed))).toEqual([problem])
  })

  test('an attribute with another alias in the template is reported', async () => {
    const files = createApp(platform, FALLBACK)
    const base = `base.${platform.template}` as const
    const problems = await findProblems(platform, { ...files, [base]: files[base]?.replace('i.p1', 'i.p2') ?? '' })
    expect(problems).toEqual(['aria-role is lost between script and template'])
  })
})

describe('WeChat', () => {
  const { weapp } = PLATFORMS as { weapp: Platform }

  test('a login that mounts the image and sends the pre-sign has no problems', async () => {
    expect(await findProblems(weapp, createApp(weapp, mountImage(), SEND, mountImage()))).toEqual([])
  })

  test('an image without a referrer policy is reported', async () => {
    const bare = mountImage(IMAGE.replace('no-referrer', ''))
    const problems = await findProblems(weapp, createApp(weapp, SEND, bare))
    expect(problems).toEqual(['referrer-policy is lost between script and template'])
  })
})
