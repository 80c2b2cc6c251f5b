import { eventually, onePage, run } from '../support/run'

test('a scroll view tells of scrolling once', async () => {
  const js = `Page({ had(e) { console.info(e.detail.scrollTop) }, end() { console.info('end') } })`
  const { device, find, logged, tap } = await run(
    onePage({ js, wxml: '<scroll-view id="s" scroll-y bindscroll="had"/><view id="end" bindtap="end"/>' }),
  )
  const view = find('#s')
  view.scrollTop = 12
  view.dispatchEvent(new device.window.Event('scroll'))
  tap('#end')
  await eventually(() => expect(logged()).toEqual([12, 'end']))
  expect(view.style.overflowY).toBe('auto')
})

test('a navigator opens, replaces and goes back as far as delta says', async () => {
  const js = `Page({})`
  const wxml =
    '<navigator id="to" url="one?n=1"/><navigator id="back" open-type="navigateBack" delta="2"/><navigator id="tab" open-type="switchTab" url="one"/>'
  const { device, tap } = await run(onePage({ js, wxml }))
  for (const pages of [2, 3]) {
    tap('#to')
    await eventually(async () => expect(await device.pages()).toHaveLength(pages))
  }
  tap('#back')
  await eventually(async () => expect(await device.pages()).toHaveLength(1))
  tap('#tab')
  await eventually(async () => expect((await device.report()).missing).toEqual(['<navigator open-type="switchTab">']))
})

test('a tag that is not there, and a property that does nothing here, are missing once they are rendered', async () => {
  const js = `Page({ onReady() { this.setData({ on: true }) } })`
  const { device } = await run(
    onePage({
      js,
      wxml: '<canvas wx:if="{{never}}"/><picker wx:if="{{on}}"/><text decode>x</text><scroll-view scroll-into-view="{{on ? \'a\' : \'\'}}"/><page-meta/>',
    }),
  )
  await eventually(async () =>
    expect((await device.report()).missing).toEqual([
      '<page-meta>',
      '<picker>',
      '<scroll-view scroll-into-view>',
      '<text decode>',
    ]),
  )
})

test('rpx in a style attribute is a share of the window, and hidden hides', async () => {
  const { find } = await run(onePage({ wxml: '<view id="v" style="width: 75rpx" hidden/>' }))
  expect(find('#v').getAttribute('style')).toBe('width: 10vw')
  expect(find('#v').hasAttribute('hidden')).toBe(true)
})
