import { createPage, run, waitFor } from '../support/run'

const USING = { usingComponents: { own: '/own/own' } }
const createComponent = (js: string, wxml = '') => ({
  'own/own.js': js,
  'own/own.wxml': wxml,
  'own/own.json': { component: true },
})

test('setData keeps functions in this.data, at any depth and by path', async () => {
  const js = `Page({ data: { options: { first() { return 1 } } }, onLoad() {
    const second = () => 2
    this.setData({ second, list: [{ third: () => 3 }], 'options.fourth': () => 4, nested: { deep: { fifth: () => 5 } } })
    const { data } = this
    console.info(data.second === second, data.options.first(), data.list[0].third(), data.options.fourth(), data.nested.deep.fifth())
  } })`
  const { logged, expectClean } = await run(createPage({ js }))
  expect(logged()).toEqual([[true, 1, 3, 4, 5]])
  await expectClean()
})

test.each([0, 20])('the view receives no functions (latency %d ms)', async (latencyMs) => {
  const js = `Page({ data: { first() { return 1 }, o: { f() {} } }, onReady() { this.setData({ second: () => 2, 'o.g': () => 3, done: 'done' }) } })`
  const wxml =
    '<view id="t">[{{first}}{{second}}{{o.f}}{{o.g}}]{{done}}</view><view id="a" style="{{first}}" aria-label="{{second}}"/><input id="i" value="{{second}}" placeholder="{{first}}"/>'
  const { find, text, expectClean } = await run(createPage({ js, wxml }), { latencyMs })
  await waitFor(() => expect(text('#t')).toBe('[]done'))
  expect(find('#a').getAttribute('style') ?? '').toBe('')
  expect(find('#a').hasAttribute('aria-label')).toBe(false)
  const field = find('#i').querySelector('input') as HTMLInputElement
  expect([field.value, field.placeholder]).toEqual(['', ''])
  await expectClean()
})

test('a component’s property receives functions, alone and in an object', async () => {
  const js = `Page({ data: { config: { double(n) { return n * 2 } } }, onReady() { this.setData({ triple: (n) => n * 3 }) } })`
  const own = createComponent(
    `Component({ properties: { config: Object, triple: { type: Function, value: null } },
      observers: { triple(f) { if (f) console.info(f(2), this.data.config.double(2)) } } })`,
  )
  const { logged } = await run(
    createPage({ js, wxml: '<own wx:if="{{triple}}" config="{{config}}" triple="{{triple}}"/>', json: USING }, own),
  )
  await waitFor(() => expect(logged()).toContainEqual([6, 4]))
})

test('setData copies the rest as JSON', async () => {
  const js = `Page({ onLoad() {
    const given = { date: new Date(0), none: undefined, list: [undefined, NaN], f: () => 1, toJSON: undefined }
    this.setData({ given })
    given.list.push(1)
    console.info(JSON.stringify(this.data.given), typeof this.data.given.f)
  } })`
  const { logged, expectClean } = await run(createPage({ js }))
  expect(logged()).toEqual([['{"date":"1970-01-01T00:00:00.000Z","list":[null,null]}', 'function']])
  await expectClean()
})

test('setData refuses an object that contains itself', async () => {
  const js = `Page({ onLoad() { const ring = { f() {} }; ring.self = ring; this.setData({ ring }) } })`
  const { device } = await run(createPage({ js }))
  expect((await device.report()).errors).toEqual([expect.stringContaining('circular')])
})
