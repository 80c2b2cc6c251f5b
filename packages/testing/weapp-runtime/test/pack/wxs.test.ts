import { createPage, run } from '../support/run'

const renderValue = async (body: string, files = {}) => {
  const wxml = `<wxs module="m">${body}</wxs><view id="v">{{m.v}}</view>`
  const { text } = await run(createPage({ wxml }, files))
  return text('#v')
}

test('constructors are names in WXS', async () => {
  expect(
    await renderValue(`module.exports.v = [[], {}, '', 1].map(function (each) { return each.constructor }).join()`),
  ).toBe('Array,Object,String,Number')
})

test('getRegExp and getDate replace new in WXS', async () => {
  const body = `module.exports.v = 'a-b-c'.replace(getRegExp('-', 'g'), '') + getDate(2020, 1).getFullYear() + (getDate().getFullYear() > 2000)`
  expect(await renderValue(body)).toBe('abc2020true')
})

test('a WXS module requires another with or without the extension', async () => {
  const files = {
    'pages/one/a.wxs': `module.exports = { v: require('../../b.wxs').v }`,
    'b.wxs': 'module.exports = { v: "of b" }',
  }
  const wxml = '<wxs src="./a.wxs" module="m"/><view id="v">{{m.v}}</view>'
  const { text } = await run(createPage({ wxml }, files))
  expect(text('#v')).toBe('of b')
})
