import { createPage, run, waitFor } from '../support/run'

test('a scroll view reports each scroll once', async () => {
  const js = `Page({ had(e) { console.info(e.detail.scrollTop) }, end() { console.info('end') } })`
  const { device, find, logged, tap } = await run(
    createPage({ js, wxml: '<scroll-view id="s" scroll-y bindscroll="had"/><view id="end" bindtap="end"/>' }),
  )
  const view = find('#s')
  view.scrollTop = 12
  view.dispatchEvent(new device.window.Event('scroll'))
  tap('#end')
  await waitFor(() => expect(logged()).toEqual([12, 'end']))
  expect(view.style.overflowY).toBe('auto')
})

test('a navigator opens pages and goes back by delta', async () => {
  const js = `Page({})`
  const wxml =
    '<navigator id="to" url="one?n=1"/><navigator id="back" open-type="navigateBack" delta="2"/><navigator id="tab" open-type="switchTab" url="one"/>'
  const { device, tap } = await run(createPage({ js, wxml }))
  for (const pages of [2, 3]) {
    tap('#to')
    await waitFor(async () => expect(await device.pages()).toHaveLength(pages))
  }
  tap('#back')
  await waitFor(async () => expect(await device.pages()).toHaveLength(1))
  tap('#tab')
  await waitFor(async () => expect((await device.report()).missing).toEqual(['<navigator open-type="switchTab">']))
})

test('unsupported tags and properties are reported as missing once they are rendered', async () => {
  const js = `Page({ onReady() { this.setData({ on: true }) } })`
  const { device } = await run(
    createPage({
      js,
      wxml: '<canvas wx:if="{{never}}"/><picker wx:if="{{on}}"/><text decode>x</text><scroll-view scroll-into-view="{{on ? \'a\' : \'\'}}"/><page-meta/>',
    }),
  )
  await waitFor(async () =>
    expect((await device.report()).missing).toEqual([
      '<page-meta>',
      '<picker>',
      '<scroll-view scroll-into-view>',
      '<text decode>',
    ]),
  )
})

test('a style attribute may contain rpx, and hidden is reflected', async () => {
  const { find } = await run(createPage({ wxml: '<view id="v" style="width: 75rpx" hidden/>' }))
  expect(find('#v').getAttribute('style')).toBe('width: 10vw')
  expect(find('#v').hasAttribute('hidden')).toBe(true)
})

test('a text can be selected with selectable or user-select, and not without', async () => {
  const js = `Page({ onReady() { this.setData({ on: true }) } })`
  const wxml = '<text id="a">x</text><text id="b" selectable="{{on}}">x</text><text id="c" user-select>x</text>'
  const { device, find, expectClean } = await run(createPage({ js, wxml }))
  const read = (id: string) => device.window.getComputedStyle(find(id)).getPropertyValue('user-select')
  await waitFor(() => expect(['#a', '#b', '#c'].map(read)).toEqual(['none', 'text', 'text']))
  await expectClean()
})

test('the content of a root portal leaves a transformed parent, hears its page, and goes with it', async () => {
  const js = `Page({ data: { on: true, inside: 'one' }, had() { console.info('tapped'); this.setData({ inside: 'two' }) }, off() { this.setData({ on: false }) } })`
  const wxml =
    '<view id="parent" style="transform: scale(1)"><root-portal wx:if="{{on}}"><view id="child" bindtap="had">{{inside}}</view></root-portal></view><view id="off" bindtap="off"/>'
  const { device, find, logged, tap } = await run(createPage({ js, wxml }))
  const child = find('#child')
  expect(find('#parent').contains(child)).toBe(false)
  tap('#child')
  await waitFor(() => expect([logged(), find('#child').textContent]).toEqual([['tapped'], 'two']))
  tap('#off')
  await waitFor(() => expect(device.window.document.querySelector('#child')).toBeNull())
})

test('a root portal that is not enabled is an ordinary part of the page', async () => {
  const wxml = '<view id="parent"><root-portal enable="{{false}}"><view id="child"/></root-portal></view>'
  const { find } = await run(createPage({ wxml }))
  expect(find('#parent').contains(find('#child'))).toBe(true)
})
