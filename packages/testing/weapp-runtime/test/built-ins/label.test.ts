import { eventually, onePage, run } from '../support/run'

const JS = `Page({ had(e) { console.info(e.type, e.currentTarget.id, e.detail.value) } })`

test('a tap on a label is a tap on the control that for names, or on the first inside', async () => {
  const wxml =
    '<label id="l1" for="s2">far</label><switch id="s1" bindchange="had"/><switch id="s2" bindchange="had"/><label><text id="t">near</text><switch id="s3" bindchange="had"/></label>'
  const { logged, tap } = await run(onePage({ js: JS, wxml }))
  tap('#l1')
  tap('#t')
  await eventually(() =>
    expect(logged()).toEqual([
      ['change', 's2', true],
      ['change', 's3', true],
    ]),
  )
})

test('a tap on the control inside counts once', async () => {
  const { logged, tap } = await run(
    onePage({ js: JS, wxml: '<label><switch id="s" bindchange="had"/></label><view bindtap="had" id="end"/>' }),
  )
  tap('#s')
  tap('#end')
  await eventually(() =>
    expect(logged()).toEqual([
      ['change', 's', true],
      ['tap', 'end', undefined],
    ]),
  )
})

test('for means the control of its own page, not one of the page below with the same id', async () => {
  const js = `Page({ onReady() { if (getCurrentPages().length === 1) wx.navigateTo({ url: 'one' }) }, had(e) { console.info(getCurrentPages().indexOf(this)) } })`
  const { device, logged, tap } = await run(
    onePage({ js, wxml: '<label id="l" for="s">x</label><switch id="s" bindchange="had"/>' }),
  )
  await eventually(async () => expect(await device.pages()).toHaveLength(2))
  tap('#l')
  await eventually(() => expect(logged()).toEqual([1]))
})

test('a label focuses its input and taps its button', async () => {
  const { logged, tap } = await run(
    onePage({
      js: JS,
      wxml: '<label id="l" for="i">x</label><input id="i" bindfocus="had" value="v"/><label id="m" for="b">y</label><button id="b" bindtap="had"/>',
    }),
  )
  tap('#l')
  tap('#m')
  await eventually(() =>
    expect(logged()).toEqual([
      ['focus', 'i', 'v'],
      ['tap', 'b', undefined],
    ]),
  )
})
