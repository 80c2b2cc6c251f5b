import { createPage, run, waitFor } from '../support/run'

const JS = `Page({ data: { c: false }, had(e) { console.info(e.type, e.detail.value); this.setData({ c: false }) }, uncheck() { this.setData({ c: false }) } })`

test('a checkbox group reports the checked values', async () => {
  const wxml =
    '<checkbox-group bindchange="had"><checkbox id="a" value="a" checked="{{true}}"/><checkbox id="b" value="b"/></checkbox-group>'
  const { logged, tap, find } = await run(createPage({ js: JS, wxml }))
  tap('#b')
  await waitFor(() => expect(logged()).toEqual([['change', ['a', 'b']]]))
  tap('#a')
  await waitFor(() => expect(logged()).toContainEqual(['change', ['b']]))
  expect([find('#a'), find('#b')].map((each) => each.getAttribute('aria-checked'))).toEqual(['false', 'true'])
})

test('a radio group has one choice, and a second tap on it reports nothing', async () => {
  const wxml =
    '<radio-group bindchange="had"><radio id="a" value="a"/><radio id="b" value="b" checked="{{true}}"/></radio-group>'
  const { logged, tap, find } = await run(createPage({ js: JS, wxml }))
  tap('#b')
  tap('#a')
  await waitFor(() => expect(logged()).toEqual([['change', 'a']]))
  expect([find('#a'), find('#b')].map((each) => each.getAttribute('aria-checked'))).toEqual(['true', 'false'])
})

test('a page can set back a checkbox that the user checked', async () => {
  const wxml = '<checkbox-group bindchange="had"><checkbox id="a" value="a" checked="{{c}}"/></checkbox-group>'
  const { logged, tap, find } = await run(createPage({ js: JS, wxml }), { latencyMs: 20 })
  tap('#a')
  expect(find('#a').getAttribute('aria-checked')).toBe('true')
  await waitFor(() => expect(logged()).toEqual([['change', ['a']]]))
  await waitFor(() => expect(find('#a').getAttribute('aria-checked')).toBe('false'))
})

test('a switch reports true and false, and a disabled one nothing', async () => {
  const { logged, tap } = await run(
    createPage({ js: JS, wxml: '<switch id="s" bindchange="had"/><switch id="off" disabled bindchange="had"/>' }),
  )
  tap('#off')
  tap('#s')
  tap('#s')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['change', true],
      ['change', false],
    ]),
  )
})

test('model:checked writes the user’s choice into the data', async () => {
  const { text, tap } = await run(
    createPage({ js: JS, wxml: '<checkbox id="a" model:checked="{{c}}"/><view id="v">{{c}}</view>' }),
  )
  tap('#a')
  await waitFor(() => expect(text('#v')).toBe('true'))
})
