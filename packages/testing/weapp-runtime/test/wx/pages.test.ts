import { eventually, onePage, run } from '../support/run'

const two = (first: string, second: string) => ({
  'app.json': { pages: ['a', 'b'] },
  'app.js': 'App({})',
  'a.js': first,
  'a.wxml': '<view id="go" bindtap="go"/>',
  'b.js': second,
  'b.wxml': '',
})

test('opener and opened page talk by an event channel', async () => {
  const { logged } = await run(
    two(
      `Page({ onLoad() { wx.navigateTo({ url: 'b', events: { back: (n) => console.info('opener heard', n) }, success: ({ eventChannel }) => eventChannel.emit('there', 'data') }) } })`,
      `Page({ onLoad() { const channel = this.getOpenerEventChannel(); channel.emit('back', 1); channel.on('there', (data) => console.info('opened heard', data)) } })`,
    ),
  )
  await eventually(() =>
    expect(logged()).toEqual([
      ['opener heard', 1],
      ['opened heard', 'data'],
    ]),
  )
})

test('a toast stays for its own time, whatever the one before had left', async () => {
  const js = `Page({ onLoad() { wx.showToast({ title: 'first', duration: 40 }); setTimeout(() => wx.showToast({ title: 'second', duration: 60000 }), 10); setTimeout(() => console.info('later'), 80) } })`
  const { find, logged, text } = await run(onePage({ js }))
  expect(text('.weapp-toast')).toBe('first')
  await eventually(() => expect(logged()).toEqual(['later']))
  expect([text('.weapp-toast'), find('.weapp-toast').hidden]).toEqual(['second', false])
})

test('a loading stays until it is hidden', async () => {
  const js = `Page({ onLoad() { wx.showLoading({ title: 'wait' }) }, go() { wx.hideLoading() } })`
  const { find, tap } = await run(onePage({ js, wxml: '<view id="go" bindtap="go"/>' }))
  expect(find('.weapp-toast').textContent).toBe('wait')
  tap('#go')
  await eventually(() => expect(find('.weapp-toast').hidden).toBe(true))
})

test.each([
  ['确定', { confirm: true, cancel: false }],
  ['取消', { confirm: false, cancel: true }],
])('a modal answers %s', async (button, told) => {
  const js = `Page({ onLoad() { wx.showModal({ title: 't', content: 'c' }).then((told) => console.info(told)) } })`
  const { device, logged } = await run(onePage({ js }))
  await eventually(() => expect(device.window.document.querySelectorAll('.weapp-choices button')).toHaveLength(2))
  const buttons = [...device.window.document.querySelectorAll('.weapp-choices button')] as HTMLElement[]
  buttons.find((each) => each.textContent === button)?.click()
  await eventually(() => expect(logged()).toEqual([expect.objectContaining(told)]))
})

test('navigateBack on the first page fails', async () => {
  const { logged } = await run(
    onePage({ js: `Page({ onLoad() { wx.navigateBack({ fail: ({ errMsg }) => console.info(errMsg) }) } })` }),
  )
  await eventually(() => expect(logged()).toEqual(['navigateBack:fail cannot navigate back at first page.']))
})

test('a query asks the view for nodes of the page', async () => {
  const js = `Page({ onReady() { wx.createSelectorQuery().select('#x').fields({ dataset: true, id: true }).exec(([{ id, dataset }]) => console.info(id, { ...dataset })) } })`
  const { logged } = await run(onePage({ js, wxml: '<view id="x" data-a="b"/>' }))
  await eventually(() => expect(logged()).toEqual([['x', { a: 'b' }]]))
})
