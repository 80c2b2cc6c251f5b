import { inlineIncludes } from '../../src/pack/includes'
import { createPage, run } from '../support/run'

test('an include is replaced by the file’s code without templates and WXS, and with absolute imports', () => {
  const wxml = {
    'pages/a': '<include wx:if="{{x}}" src="../parts/b"/>',
    'parts/b': '<wxs module="m">1</wxs><template name="t"><i/></template><import src="./c.wxml"/><view>b</view>',
  }
  expect(inlineIncludes(wxml)['pages/a']).toBe(
    '<block wx:if="{{x}}" ><import src="/parts/c.wxml"/><view>b</view></block>',
  )
})

test('a file that includes itself keeps the include', () => {
  expect(inlineIncludes({ a: '<include src="b"/>', b: '<include src="a"/>' }).a).toBe(
    '<block ><include src="a"/></block>',
  )
})

test('included code can use the WXS and the data of the page', async () => {
  const files = createPage(
    {
      wxml: '<wxs module="m">module.exports = { up: function (n) { return n + 1 } }</wxs><include src="/part.wxml"/>',
      js: 'Page({ data: { n: 1 } })',
    },
    { 'part.wxml': '<view id="v">{{m.up(n)}}</view>' },
  )
  const { text, expectClean } = await run(files)
  expect(text('#v')).toBe('2')
  await expectClean()
})
