import { createPage, run, waitFor } from '../support/run'

const set = (data: string) =>
  run(
    createPage({
      js: `Page({ data: { a: 'old' }, onLoad() { this.setData(${data}) } })`,
      wxml: '<view id="v">{{a}}</view>',
    }),
  )

test.each([
  ['undefined', 'undefined'],
  ['null', 'null'],
  [`'text'`, 'string'],
  ['[1]', 'array'],
])('setData(%s) is refused with WeChat’s warning', async (data, type) => {
  const { device, text } = await set(data)
  expect((await device.report()).warnings).toEqual([`setData accepts an Object rather than some ${type}`])
  expect(text('#v')).toBe('old')
})

test('a field that is undefined is a warning, in WeChat’s words', async () => {
  const { device, text } = await set(`{ a: 'new', b: undefined }`)
  await waitFor(() => expect(text('#v')).toBe('new'))
  expect((await device.report()).warnings).toEqual(['Setting data field "b" to undefined is invalid.'])
})

test('more than 1024 kB do not reach the view', async () => {
  const { device, text } = await set(`{ a: 'x'.repeat(1048577) }`)
  expect((await device.report()).warnings).toEqual([
    'invokeWebviewMethod 数据传输长度为 1048585 已经超过最大长度 1048576',
  ])
  expect(text('#v')).toBe('old')
})

test('a component’s setData is checked as well', async () => {
  const files = createPage(
    { wxml: '<own/>', json: { usingComponents: { own: '/own' } } },
    {
      'own.json': { component: true },
      'own.wxml': '',
      'own.js': 'Component({ attached() { this.setData({ n: undefined }) } })',
    },
  )
  const { device } = await run(files)
  expect((await device.report()).warnings).toEqual(['Setting data field "n" to undefined is invalid.'])
})

test('the device counts calls that are carried out, and the bytes of their JSON', async () => {
  const js = `Page({
    data: { a: '' },
    onLoad() {
      this.setData({ a: '号' })
      this.setData({ a: 'b' }, () => this.setData(null))
    }
  })`
  const { device, text } = await run(createPage({ js, wxml: '<view id="v">{{a}}</view>' }))
  await waitFor(() => expect(text('#v')).toBe('b'))
  // {"a":"号"} and {"a":"b"}
  expect(await device.transfers()).toEqual({ calls: 2, bytes: 11 + 9 })
})
