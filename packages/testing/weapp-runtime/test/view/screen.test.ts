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

const DARK = {
  'app.json': {
    pages: ['pages/one/one'],
    darkmode: true,
    themeLocation: 'theme.json',
    window: { navigationBarBackgroundColor: '@bar', navigationBarTextStyle: '@text' },
  },
  'theme.json': { light: { bar: '#ffffff', text: 'black' }, dark: { bar: '#111111', text: 'white' } },
}

test('the bar takes its variables from the theme of the phone, and follows it', async () => {
  const { device, find, expectClean } = await run(createPage({}, DARK), { system: { theme: 'dark' } })
  const { style } = find('.weapp-bar')
  expect([style.background, style.color]).toEqual(['rgb(17, 17, 17)', 'rgb(255, 255, 255)'])
  await device.setTheme('light')
  expect([style.background, style.color]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
  await expectClean()
})

test('setNavigationBarColor lasts as long as the page is open, and knows two front colors', async () => {
  const js = `Page({
    go() { wx.navigateTo({ url: 'one' }) },
    paint() { wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#336699' }) },
    spoil() { wx.setNavigationBarColor({ frontColor: '#fff', backgroundColor: '#336699', fail: ({ errMsg }) => console.info(errMsg) }) },
  })`
  const wxml = '<view id="go" bindtap="go"/><view id="paint" bindtap="paint"/><view id="spoil" bindtap="spoil"/>'
  const { device, find, tap, logged, expectClean } = await run(createPage({ js, wxml }))
  const { style } = find('.weapp-bar')
  tap('#paint')
  await waitFor(() => expect(style.background).toBe('rgb(51, 102, 153)'))
  tap('#go')
  await waitFor(() => expect(style.background).toBe('rgb(0, 0, 0)'))
  await device.back()
  await waitFor(() => expect([style.background, style.color]).toEqual(['rgb(51, 102, 153)', 'rgb(255, 255, 255)']))
  tap('#spoil')
  await waitFor(() => expect(logged()).toEqual(['setNavigationBarColor:fail invalid frontColor "#fff"']))
  await expectClean()
})
