import { withIncludes } from '../../src/pack/includes'
import { onePage, run } from '../support/run'

test('an include is the other file’s code, without its templates and WXS; its imports stay where they are', () => {
  const wxml = {
    'pages/a': '<include wx:if="{{x}}" src="../parts/b"/>',
    'parts/b': '<wxs module="m">1</wxs><template name="t"><i/></template><import src="./c.wxml"/><view>b</view>',
  }
  expect(withIncludes(wxml)['pages/a']).toBe(
    '<block wx:if="{{x}}" ><import src="/parts/c.wxml"/><view>b</view></block>',
  )
})

test('what includes itself is left alone', () => {
  expect(withIncludes({ a: '<include src="b"/>', b: '<include src="a"/>' }).a).toBe(
    '<block ><include src="a"/></block>',
  )
})

test('included code sees the WXS and the data of the page', async () => {
  const files = onePage(
    {
      wxml: '<wxs module="m">module.exports = { up: function (n) { return n + 1 } }</wxs><include src="/part.wxml"/>',
      js: 'Page({ data: { n: 1 } })',
    },
    { 'part.wxml': '<view id="v">{{m.up(n)}}</view>' },
  )
  const { text, clean } = await run(files)
  expect(text('#v')).toBe('2')
  await clean()
})
