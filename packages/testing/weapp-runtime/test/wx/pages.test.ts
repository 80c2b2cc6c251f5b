import { createPage, run, waitFor } from '../support/run'

const createTwoPages = (first: string, second: string) => ({
  'app.json': { pages: ['a', 'b'] },
  'app.js': 'App({})',
  'a.js': first,
  'a.wxml': '<view id="go" bindtap="go"/>',
  'b.js': second,
  'b.wxml': '',
})

test('opener and opened page exchange events by an event channel', async () => {
  const { logged } = await run(
    createTwoPages(
      `Page({ onLoad() { wx.navigateTo({ url: 'b', events: { back: (n) => console.info('opener heard', n) }, success: ({ eventChannel }) => eventChannel.emit('there', 'data') }) } })`,
      `Page({ onLoad() { const channel = this.getOpenerEventChannel(); channel.emit('back', 1); channel.on('there', (data) => console.info('opened heard', data)) } })`,
    ),
  )
  await waitFor(() =>
    expect(logged()).toEqual([
      ['opener heard', 1],
      ['opened heard', 'data'],
    ]),
  )
})

test('a toast stays for its own duration, also after another toast', async () => {
  const js = `Page({ onLoad() { wx.showToast({ title: 'first', duration: 40 }); setTimeout(() => wx.showToast({ title: 'second', duration: 60000 }), 10); setTimeout(() => console.info('later'), 80) } })`
  const { find, logged, text } = await run(createPage({ js }))
  expect(text('.weapp-toast')).toBe('first')
  await waitFor(() => expect(logged()).toEqual(['later']))
  expect([text('.weapp-toast'), find('.weapp-toast').hidden]).toEqual(['second', false])
})

test('showLoading stays until hideLoading', async () => {
  const js = `Page({ onLoad() { wx.showLoading({ title: 'wait' }) }, go() { wx.hideLoading() } })`
  const { find, tap } = await run(createPage({ js, wxml: '<view id="go" bindtap="go"/>' }))
  expect(find('.weapp-toast').textContent).toBe('wait')
  tap('#go')
  await waitFor(() => expect(find('.weapp-toast').hidden).toBe(true))
})

test.each([
  ['确定', { confirm: true, cancel: false }],
  ['取消', { confirm: false, cancel: true }],
])('showModal answers with the button %s', async (button, answer) => {
  const js = `Page({ onLoad() { wx.showModal({ title: 't', content: 'c' }).then((answer) => console.info(answer)) } })`
  const { device, logged } = await run(createPage({ js }))
  await waitFor(() => expect(device.window.document.querySelectorAll('.weapp-choices button')).toHaveLength(2))
  const buttons = [...device.window.document.querySelectorAll('.weapp-choices button')] as HTMLElement[]
  buttons.find((each) => each.textContent === button)?.click()
  await waitFor(() => expect(logged()).toEqual([expect.objectContaining(answer)]))
})

test('navigateBack fails on the first page', async () => {
  const { logged } = await run(
    createPage({ js: `Page({ onLoad() { wx.navigateBack({ fail: ({ errMsg }) => console.info(errMsg) }) } })` }),
  )
  await waitFor(() => expect(logged()).toEqual(['navigateBack:fail cannot navigate back at first page.']))
})

test('createSelectorQuery reads nodes of the page', async () => {
  const js = `Page({ onReady() { wx.createSelectorQuery().select('#x').fields({ dataset: true, id: true }).exec(([{ id, dataset }]) => console.info(id, { ...dataset })) } })`
  const { logged } = await run(createPage({ js, wxml: '<view id="x" data-a="b"/>' }))
  await waitFor(() => expect(logged()).toEqual([['x', { a: 'b' }]]))
})
