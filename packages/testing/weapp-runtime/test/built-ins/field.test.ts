import { eventually, onePage, run } from '../support/run'

const field = (element: HTMLElement) => element.querySelector('input, textarea') as HTMLInputElement
const JS = `Page({ data: { v: '', f: true }, had(e) { console.info(e.type, e.detail) }, digits(e) { console.info(e.detail.value); this.setData({ v: e.detail.value.replace(/\\D/g, '') }) }, set() { this.setData({ v: 'set' }) }, leave() { this.setData({ f: false }) } })`

test.each([0, 20])('a page puts back what the user typed (latency %d ms)', async (latencyMs) => {
  const { find, logged, type, clean } = await run(
    onePage({ js: JS, wxml: '<input id="i" value="{{v}}" bindinput="digits"/>' }),
    { latencyMs },
  )
  type('#i', '1a2')
  expect(field(find('#i')).value).toBe('1a2')
  await eventually(() => expect(field(find('#i')).value).toBe('12'))
  // The same value again: the page’s data did not change, what is on the screen did.
  type('#i', '12b')
  await eventually(() => expect(logged()).toEqual(['1a2', '12b']))
  await eventually(() => expect(field(find('#i')).value).toBe('12'))
  await clean()
})

test('input, focus, confirm and blur tell their details once each', async () => {
  const { device, find, logged, type } = await run(
    onePage({
      js: JS,
      wxml: '<input id="i" bindinput="had" bindfocus="had" bindblur="had" bindconfirm="had" bindchange="had"/>',
    }),
  )
  type('#i', 'ab')
  field(find('#i')).dispatchEvent(
    new device.window.KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }),
  )
  field(find('#i')).blur()
  await eventually(() => expect(logged()).toHaveLength(4))
  expect(logged()).toEqual([
    ['focus', { value: '', height: 0 }],
    ['input', { value: 'ab', cursor: 2, keyCode: 0 }],
    ['confirm', { value: 'ab' }],
    ['blur', { value: 'ab', cursor: 2 }],
  ])
})

test('in a textarea Enter is a new line, no confirmation', async () => {
  const { device, find, logged } = await run(
    onePage({ js: JS, wxml: '<textarea id="i" bindconfirm="had" bindblur="had" focus/>' }),
  )
  field(find('#i')).dispatchEvent(new device.window.KeyboardEvent('keydown', { key: 'Enter' }))
  field(find('#i')).blur()
  await eventually(() => expect(logged()).toEqual([['blur', { value: '', cursor: 0 }]]))
})

test('140 characters unless the page says otherwise', async () => {
  const { find, type } = await run(
    onePage({ js: JS, wxml: '<input id="a"/><input id="b" maxlength="3"/><input id="c" maxlength="{{-1}}"/>' }),
  )
  for (const id of ['#a', '#b', '#c']) type(id, 'x'.repeat(200))
  expect(['#a', '#b', '#c'].map((id) => field(find(id)).value.length)).toEqual([140, 3, 200])
})

test('kinds of keyboards, password, placeholder, disabled', async () => {
  const { device, find, type } = await run(
    onePage({
      wxml: '<input id="a" type="number" placeholder="p"/><input id="b" password/><input id="c" disabled/><input id="d" type="nickname"/>',
    }),
  )
  expect([field(find('#a')).inputMode, field(find('#a')).placeholder, field(find('#b')).type]).toEqual([
    'numeric',
    'p',
    'password',
  ])
  expect(() => type('#c', 'x')).toThrow('disabled')
  expect((await device.report()).missing).toEqual(['<input type="nickname">'])
})

test('focus is taken once: a value that changes later does not take it again; false gives it up', async () => {
  const { device, find, tap } = await run(
    onePage({
      js: JS,
      wxml: '<input id="i" focus="{{f}}" value="{{v}}"/><view id="set" bindtap="set"/><view id="leave" bindtap="leave"/>',
    }),
  )
  const { document } = device.window
  await eventually(() => expect(document.activeElement).toBe(field(find('#i'))))
  field(find('#i')).blur()
  tap('#set')
  await eventually(() => expect(field(find('#i')).value).toBe('set'))
  expect(document.activeElement).toBe(document.body)
  field(find('#i')).focus()
  tap('#leave')
  await eventually(() => expect(document.activeElement).toBe(document.body))
})

test('model:value writes what the user typed into the data', async () => {
  const { text, type } = await run(
    onePage({ js: JS, wxml: '<input id="i" model:value="{{v}}"/><view id="v">{{v}}</view>' }),
  )
  type('#i', 'typed')
  await eventually(() => expect(text('#v')).toBe('typed'))
})
