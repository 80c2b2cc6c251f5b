import { onePage, run } from '../support/run'

const shown = async (body: string, files = {}) => {
  const wxml = `<wxs module="m">${body}</wxs><view id="v">{{m.v}}</view>`
  const { text } = await run(onePage({ wxml }, files))
  return text('#v')
}

test('constructors are names', async () => {
  expect(
    await shown(`module.exports.v = [[], {}, '', 1].map(function (each) { return each.constructor }).join()`),
  ).toBe('Array,Object,String,Number')
})

test('getRegExp and getDate stand for new', async () => {
  const body = `module.exports.v = 'a-b-c'.replace(getRegExp('-', 'g'), '') + getDate(2020, 1).getFullYear() + (getDate().getFullYear() > 2000)`
  expect(await shown(body)).toBe('abc2020true')
})

test('a module requires another, with its extension or without', async () => {
  const files = {
    'pages/one/a.wxs': `module.exports = { v: require('../../b.wxs').v }`,
    'b.wxs': 'module.exports = { v: "of b" }',
  }
  const wxml = '<wxs src="./a.wxs" module="m"/><view id="v">{{m.v}}</view>'
  const { text } = await run(onePage({ wxml }, files))
  expect(text('#v')).toBe('of b')
})
