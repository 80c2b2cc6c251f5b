import { eventually, onePage, run } from '../support/run'

const JS = `Page({ data: { c: false }, had(e) { console.info(e.type, e.detail.value); this.setData({ c: false }) }, uncheck() { this.setData({ c: false }) } })`

test('a checkbox group tells the values that are checked', async () => {
  const wxml =
    '<checkbox-group bindchange="had"><checkbox id="a" value="a" checked="{{true}}"/><checkbox id="b" value="b"/></checkbox-group>'
  const { logged, tap, find } = await run(onePage({ js: JS, wxml }))
  tap('#b')
  await eventually(() => expect(logged()).toEqual([['change', ['a', 'b']]]))
  tap('#a')
  await eventually(() => expect(logged()).toContainEqual(['change', ['b']]))
  expect([find('#a'), find('#b')].map((each) => each.getAttribute('aria-checked'))).toEqual(['false', 'true'])
})

test('of a radio group one is chosen; tapping it again tells nothing', async () => {
  const wxml =
    '<radio-group bindchange="had"><radio id="a" value="a"/><radio id="b" value="b" checked="{{true}}"/></radio-group>'
  const { logged, tap, find } = await run(onePage({ js: JS, wxml }))
  tap('#b')
  tap('#a')
  await eventually(() => expect(logged()).toEqual([['change', 'a']]))
  expect([find('#a'), find('#b')].map((each) => each.getAttribute('aria-checked'))).toEqual(['true', 'false'])
})

test('a page sets back what the user chose', async () => {
  const wxml = '<checkbox-group bindchange="had"><checkbox id="a" value="a" checked="{{c}}"/></checkbox-group>'
  const { logged, tap, find } = await run(onePage({ js: JS, wxml }), { latencyMs: 20 })
  tap('#a')
  expect(find('#a').getAttribute('aria-checked')).toBe('true')
  await eventually(() => expect(logged()).toEqual([['change', ['a']]]))
  await eventually(() => expect(find('#a').getAttribute('aria-checked')).toBe('false'))
})

test('a switch tells true and false; a disabled one nothing', async () => {
  const { logged, tap } = await run(
    onePage({ js: JS, wxml: '<switch id="s" bindchange="had"/><switch id="off" disabled bindchange="had"/>' }),
  )
  tap('#off')
  tap('#s')
  tap('#s')
  await eventually(() =>
    expect(logged()).toEqual([
      ['change', true],
      ['change', false],
    ]),
  )
})

test('model:checked writes what the user chose into the data', async () => {
  const { text, tap } = await run(
    onePage({ js: JS, wxml: '<checkbox id="a" model:checked="{{c}}"/><view id="v">{{c}}</view>' }),
  )
  tap('#a')
  await eventually(() => expect(text('#v')).toBe('true'))
})
