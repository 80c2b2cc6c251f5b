import { createPage, run, waitFor } from '../support/run'

test('the bar has the page’s title and colors, and a back button only above the first page', async () => {
  const js = `Page({ go() { wx.navigateTo({ url: 'one' }) } })`
  const json = {
    navigationBarTitleText: 'Title',
    navigationBarBackgroundColor: '#ff0000',
    navigationBarTextStyle: 'black',
  }
  const { device, find, tap, text } = await run(createPage({ js, json, wxml: '<view id="go" bindtap="go"/>' }))
  expect([text('.weapp-title'), find('.weapp-bar').style.background, find('.weapp-bar').style.color]).toEqual([
    'Title',
    'rgb(255, 0, 0)',
    'rgb(0, 0, 0)',
  ])
  expect(find('.weapp-back').hidden).toBe(true)
  tap('#go')
  await waitFor(() => expect(find('.weapp-back').hidden).toBe(false))
  find('.weapp-back').click()
  expect(await device.pages()).toEqual(['pages/one/one'])
})

test('the bar takes defaults from the app’s window, and is hidden with navigationStyle custom', async () => {
  const app = { pages: ['pages/one/one'], window: { navigationBarTitleText: 'of the app' } }
  const { text } = await run(createPage({}, { 'app.json': app }))
  expect(text('.weapp-title')).toBe('of the app')
  const other = await run(createPage({ json: { navigationStyle: 'custom' } }))
  expect(other.find('.weapp-bar').hidden).toBe(true)
})
