// A published component library, @vant/weapp, in a small app.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type MiniProgramPackage, packMiniProgram } from '../src'
import { createPage, start, waitFor } from './support/run'

const VANT = join(dirname(createRequire(__filename).resolve('@vant/weapp/package.json')), 'lib')

const TAGS = ['button', 'cell', 'cell-group', 'checkbox', 'field', 'stepper', 'switch', 'tag', 'loading', 'icon']

const WXML = `
<van-button id="b" type="primary" custom-class="mine" bind:click="had" data-name="button">press</van-button>
<van-button id="off" disabled bind:click="had" data-name="off">off</van-button>
<van-button id="wait" loading loading-text="wait"/>
<van-cell-group title="group"><van-cell id="cell" title="title" value="{{cell}}" is-link bind:click="had" data-name="cell"/></van-cell-group>
<van-checkbox id="check" value="{{checked}}" bind:change="checked">agree</van-checkbox>
<van-switch id="switch" checked="{{on}}" bind:change="switched"/>
<van-field id="field" label="phone" value="{{phone}}" bind:change="typed"/>
<van-tag id="tag" type="danger">tag</van-tag>`

const JS = `Page({
  data: { cell: 'value', checked: false, on: false, phone: '' },
  had(event) { console.info(event.currentTarget.dataset.name) },
  checked({ detail }) { console.info('checked', detail); this.setData({ checked: detail }) },
  switched({ detail }) { console.info('switched', detail); this.setData({ on: detail }) },
  typed({ detail }) { console.info('typed', detail); this.setData({ phone: detail, cell: detail }) },
})`

/** Selects a part of a component by its class. */
const selectPart = (name: string, rest: string) => `.miniprogram_npm--vant-weapp-${name}-index--van-${name}${rest}`

let folder: string
let pkg: MiniProgramPackage

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'weapp-runtime-vant-'))
  cpSync(VANT, join(folder, 'miniprogram_npm/@vant/weapp'), { recursive: true })
  const usingComponents = Object.fromEntries(TAGS.map((tag) => [`van-${tag}`, `@vant/weapp/${tag}/index`]))
  const app = createPage({ wxml: WXML, js: JS, json: { usingComponents } })
  for (const [name, content] of Object.entries(app)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  pkg = packMiniProgram(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each([0, 20])('with a latency of %d ms', (latencyMs) => {
  test('buttons, cells, checkbox, switch and field of Vant work', async () => {
    const { find, tap, type, text, logged, device } = await start(pkg, { latencyMs })
    expect(text('#b')).toContain('press')
    expect(text('#wait')).toContain('wait')
    tap('#off wx-button')
    tap('#b wx-button')
    await waitFor(() => expect(logged()).toEqual(['button']))
    expect(device.window.getComputedStyle(find('#b wx-button')).borderRadius).not.toBe('')
    tap('#cell wx-view')
    await waitFor(() => expect(logged()).toContain('cell'))
    tap(`#check ${selectPart('checkbox', '__icon-wrap')}`)
    await waitFor(() => expect(logged()).toContainEqual(['checked', true]))
    await waitFor(() => find(`#check ${selectPart('checkbox', '__icon--checked')}`))
    tap(`#switch ${selectPart('switch', '')}`)
    await waitFor(() => expect(logged()).toContainEqual(['switched', true]))
    await waitFor(() => find(`#switch ${selectPart('switch', '--on')}`))
    type('#field', '138')
    await waitFor(() => expect(text('#cell')).toContain('138'))
    // The library uses these in WeChat and works without them.
    const missing = [
      ...['<input bindkeyboardheightchange>', '<input bindnicknamereview>', '<input cursor-spacing>'],
      '<input placeholder-class>',
      ...['behavior wx://form-field-button', 'wx.getUserProfile'],
    ]
    // Its loading indicator renders twelve bars without keys; WeChat's tools warn, too.
    const warnings = ['Some keys are not unique while list updates: "".']
    expect(await device.report()).toEqual({ missing, errors: [], warnings })
  })
})
