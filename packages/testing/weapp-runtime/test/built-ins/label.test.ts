import { createPage, run, waitFor } from '../support/run'

const JS = `Page({ had(e) { console.info(e.type, e.currentTarget.id, e.detail.value) } })`

test('a tap on a label is a tap on the control named by for, else on the first one inside', async () => {
  const wxml =
    '<label id="l1" for="s2">far</label><switch id="s1" bindchange="had"/><switch id="s2" bindchange="had"/><label><text id="t">near</text><switch id="s3" bindchange="had"/></label>'
  const { logged, tap } = await run(createPage({ js: JS, wxml }))
  tap('#l1')
  tap('#t')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['change', 's2', true],
      ['change', 's3', true],
    ]),
  )
})

test('a tap on the control inside a label counts once', async () => {
  const { logged, tap } = await run(
    createPage({ js: JS, wxml: '<label><switch id="s" bindchange="had"/></label><view bindtap="had" id="end"/>' }),
  )
  tap('#s')
  tap('#end')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['change', 's', true],
      ['tap', 'end', undefined],
    ]),
  )
})

test('for finds the control of its own page, not one with the same id on the page below', async () => {
  const js = `Page({ onReady() { if (getCurrentPages().length === 1) wx.navigateTo({ url: 'one' }) }, had(e) { console.info(getCurrentPages().indexOf(this)) } })`
  const { device, logged, tap } = await run(
    createPage({ js, wxml: '<label id="l" for="s">x</label><switch id="s" bindchange="had"/>' }),
  )
  await waitFor(async () => expect(await device.pages()).toHaveLength(2))
  tap('#l')
  await waitFor(() => expect(logged()).toEqual([1]))
})

test('a label focuses its input and taps its button', async () => {
  const { logged, tap } = await run(
    createPage({
      js: JS,
      wxml: '<label id="l" for="i">x</label><input id="i" bindfocus="had" value="v"/><label id="m" for="b">y</label><button id="b" bindtap="had"/>',
    }),
  )
  tap('#l')
  tap('#m')
  await waitFor(() =>
    expect(logged()).toEqual([
      ['focus', 'i', 'v'],
      ['tap', 'b', undefined],
    ]),
  )
})
