import { createPage, pack } from '../support/run'

test.each([
  ['a tag that is not finished', '<view>\n<view', 'pages/one/one.wxml:2: incomplete tag'],
  [
    'an expression that is none',
    '\n\n<view wx:if="{{a +}}"/>',
    'pages/one/one.wxml:3: unexpected character inside expression',
  ],
  ['a tag that is not closed', '<view>\n<text></view>', 'pages/one/one.wxml:2: missing end tag'],
  ['an end without a beginning', '</view>', 'pages/one/one.wxml:1: invalid end tag'],
  [
    'a template file that is missing',
    '<view/>\n<import src="./none"/>',
    'pages/one/one.wxml:2: <import src="./none"> is missing',
  ],
  [
    'an included file that is missing',
    '<include src="/none.wxml"/>',
    'pages/one/one.wxml:1: <include src="/none.wxml"> is missing',
  ],
  [
    'a script that is missing',
    '<wxs src="none.wxs" module="m"/>',
    'pages/one/one.wxml:1: <wxs src="none.wxs"> is missing',
  ],
  [
    'a script inside that does not parse',
    '<view/>\n<wxs module="m">\nvar a = ;\n</wxs>',
    'pages/one/one.wxml:3: Unexpected token',
  ],
])('%s is refused with file and line', (_name, wxml, message) => {
  expect(() => pack(createPage({ wxml }))).toThrow(expect.objectContaining({ code: 'badTemplate', message }))
})

test('a WXS file that does not parse is refused with file and line', () => {
  expect(() => pack(createPage({}, { 'm.wxs': 'var a\nvar b = )' }))).toThrow(
    expect.objectContaining({ code: 'badTemplate', message: 'm.wxs:2: Unexpected token' }),
  )
})
