import { filesOf } from '../../mini-program/files'
import { loginComplaints } from '../../mini-program/login'
import { PLATFORMS, type Platform } from '../../mini-program/platforms'
import { folderWith } from './folder'

const IMAGE = "{ nn: '7', sid: 'i', p3: 'no-referrer', p4: 'http://www.cmpassport.com/getMobile.htm?a=1' }"
const FALLBACK = "this.setData({ 'root.cn.[0].cn.[2].v': '这里不支持本机号码登录' })"
const SEND = 'API.request({})'
const mount = (image = IMAGE) => `this.setData({ 'root.cn.[0].cn.[3]': ${image} })`

/** A login as Taro compiles one, reduced to what is looked at; `agreed` is what happens once the user agrees. */
function app({ api, template }: Platform, ...agreed: string[]) {
  const page = `
    Page({
      data: {},
      ONLOAD() {
        this.setData({ 'root.cn': [{ nn: '3', sid: 'a', cn: [
          { nn: '5', sid: 't', cl: 'lnl-title', p1: 'heading', cn: [] },
          { nn: '20', sid: 'c', cl: 'lnl-consent', cn: [{ nn: '19', sid: 'b', cl: 'lnl-checkbox', p1: false }] },
          { nn: '14', sid: 'g', cl: 'lnl-button', cn: [], v: '同意并继续' },
        ] }] })
      },
      eh({ type, detail, currentTarget }) {
        if (type === 'change' && currentTarget.dataset.sid === 'c' && detail.value[0] === 'agreed')
          this.setData({ 'root.cn.[0].cn.[1].cn.[0].p1': true })
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

const complaintsOf = (platform: Platform, files: Readonly<Record<string, string>>) => {
  const folder = folderWith(files)
  return loginComplaints(folder, filesOf(folder), platform)
}

const FALLING_BACK = Object.entries(PLATFORMS).filter(([, { takesNumbers }]) => !takesNumbers)

test('WeChat is the one that takes numbers', () => {
  expect(FALLING_BACK.map(([name]) => name)).toEqual(['alipay', 'tt', 'swan', 'qq', 'jd'])
})

describe.each(FALLING_BACK)('%s', (_name, platform) => {
  test('a login that falls back passes', async () => {
    expect(await complaintsOf(platform, app(platform, FALLBACK))).toEqual([])
  })

  test.each([
    ['mounts the image', [mount(), FALLBACK], 'the image is mounted'],
    ['mounts the image for a moment', [mount(), mount('{}'), FALLBACK], 'the image is mounted'],
    ['sends something', [SEND, FALLBACK], 'something is sent'],
    ['needs what no phone has', ['process.env.X'], 'ReferenceError: process is not defined'],
  ])('one that %s is told', async (_what, agreed, complaint) => {
    expect(await complaintsOf(platform, app(platform, ...agreed))).toEqual([complaint])
  })

  test('an attribute that the template names otherwise is told', async () => {
    const files = app(platform, FALLBACK)
    const base = `base.${platform.template}` as const
    const complaints = await complaintsOf(platform, { ...files, [base]: files[base]?.replace('i.p1', 'i.p2') ?? '' })
    expect(complaints).toEqual(['aria-role is lost between script and template'])
  })
})

describe('WeChat', () => {
  const { weapp } = PLATFORMS as { weapp: Platform }

  test('a login that mounts the image and asks to sign passes', async () => {
    expect(await complaintsOf(weapp, app(weapp, mount(), SEND, mount()))).toEqual([])
  })

  test('an image without its referrer policy is told', async () => {
    const bare = mount(IMAGE.replace('no-referrer', ''))
    const complaints = await complaintsOf(weapp, app(weapp, SEND, bare))
    expect(complaints).toEqual(['referrer-policy is lost between script and template'])
  })
})
