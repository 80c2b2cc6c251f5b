import { createPage, pack, run } from '../support/run'

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

test.each([
  ['let', 'let a = 1', 'WXS has no let'],
  ['const', 'const a = 1', 'WXS has no const'],
  ['an arrow function', 'var f = (a) => a', 'WXS has no arrow functions'],
  ['a class', 'class A {}', 'WXS has no classes'],
  ['a template literal', 'var a = `b`', 'WXS has no template literals'],
  ['a method', 'var a = { b() {} }', 'WXS has no methods and computed names in an object'],
  ['a computed name', 'var a = { [b]: 1 }', 'WXS has no methods and computed names in an object'],
  ['a generator', 'function* f() {}', 'WXS has no generators'],
  ['spread', 'f(...a)', 'WXS has no spread'],
  ['a default value', 'function f(a = 1) {}', 'WXS has no default values'],
  ['destructuring', 'var { a } = b', 'WXS has no destructuring'],
  ['for … of', 'for (var a of b) {}', 'WXS has no for … of'],
  ['async', 'async function f() {}', 'Unexpected token'],
  ['optional chaining', 'a?.b', 'Unexpected token'],
  ['new', 'var d = new Date()', 'WXS has no new'],
  ['try', 'try { f() } catch (e) {}', 'WXS has no try'],
  ['throw', 'throw 1', 'WXS has no throw'],
  ['with', 'with (a) {}', 'WXS has no with'],
  ['for … in', 'for (var k in a) {}', 'WXS has no for … in'],
  ['a label', 'a: for (;;) {}', 'WXS has no labels'],
  ['debugger', 'debugger', 'WXS has no debugger'],
  ['in', 'var a = "b" in c', 'WXS has no operator in'],
  ['instanceof', 'var a = b instanceof c', 'WXS has no operator instanceof'],
  ['a regular expression', 'var r = /a/', 'WXS has no /…/: use getRegExp'],
  ['a getter', 'var a = { get b() { return 1 } }', 'WXS has no get in an object'],
  ['a name with $', 'var $a = 1', 'WXS allows no name $a: only letters, digits and _'],
  ['the runtime’s name', 'var a = $wxs', 'WXS allows no name $wxs: only letters, digits and _'],
  ['a reserved name', 'function f(arguments) {}', 'WXS reserves the name arguments'],
])('WXS refuses %s with file and line', (_, code, message) => {
  expect(() => pack(createPage({}, { 'm.wxs': `var x\n${code}` }))).toThrow(
    expect.objectContaining({ code: 'badTemplate', message: `m.wxs:2: ${message}` }),
  )
  expect(() => pack(createPage({ wxml: `<view/>\n<wxs module="m">\n${code}\n</wxs>` }))).toThrow(
    expect.objectContaining({ code: 'badTemplate', message: `pages/one/one.wxml:3: ${message}` }),
  )
})

test.each([
  ['eval', `eval('1')`, 'eval is not defined'],
  ['Function', `Function('return 1')`, 'Function is not defined'],
  ['window', 'window.document.title', 'window is not defined'],
  ['document', 'document.body', 'document is not defined'],
  ['globalThis', 'globalThis', 'globalThis is not defined'],
  ['fetch', `fetch('/')`, 'fetch is not defined'],
  ['wx', 'wx.login()', 'wx is not defined'],
  ['Object', 'Object.keys({})', 'Object is not defined'],
  ['Array', 'Array.isArray([])', 'Array is not defined'],
  ['exports', 'exports.a', 'exports is not defined'],
  ['arguments of the module', 'arguments.length', 'arguments is not defined'],
  ['a function’s constructor', `(function () {}).constructor('return 1')()`, 'constructor is not a function'],
  ['a constructor by key', `(function () {})[['constructor'][0]]('return 1')()`, 'constructor is not a function'],
  ['a method’s constructor', `[].map['constructor']('return 1')()`, 'constructor is not a function'],
  ['the constructor of a global', `parseInt['constructor']('return 1')()`, 'constructor is not a function'],
  ['call', '(function () {}).call(1)', 'call is not a function'],
  ['includes', `'abc'.includes('a')`, 'includes is not a function'],
  ['Number as a function', `Number('1')`, 'Number is not a function'],
])('WXS does not reach %s', async (_, code, message) => {
  await expect(renderValue(`module.exports.v = ${code}`)).rejects.toThrow(message)
})

test.each([
  ['this of a plain call', '(function () { return typeof this })()', 'undefined'],
  ['this of a callback', '[1].map(function () { return typeof this })[0]', 'undefined'],
  ['this of the module', 'typeof this', 'undefined'],
  ['this of a method', '({ n: 7, f: function () { return this.n } }).f()', '7'],
  ['typeof of a name that WXS lacks', '[typeof window, typeof Array].join()', 'undefined,undefined'],
  ['__proto__', '[typeof [].__proto__, typeof ({})["__proto__"]].join()', 'undefined,undefined'],
  ['prototype', 'typeof (function () {}).prototype', 'undefined'],
  ['an own member named constructor', `({ constructor: 'own' }).constructor`, 'own'],
  ['constructor by key', `[]['constructor']`, 'Array'],
  ['the word constructor in a text', `'a.constructor'`, 'a.constructor'],
  ['the short form of a member', '(function () { var a = 5; return { a }.a })()', '5'],
  ['members by key', `[3, 4][1] + 'abc'['length'] + { a: { b: 1 } }['a'].b`, '8'],
  ['a sequence in brackets', `('a', 'xyz').length + [1, 2][0, 1]`, '5'],
  [
    'Math, Number, Date and JSON',
    `[Math.max(1, 2), JSON.stringify({ a: 1 }), Date.now() > 1, Number.MAX_VALUE > 1].join(' ')`,
    '2 {"a":1} true true',
  ],
  [
    'numbers and URIs',
    `parseInt('12a') + parseFloat('.5') + encodeURIComponent('/') + isNaN(NaN) + isFinite(Infinity)`,
    '12.5%2Ftruefalse',
  ],
  ['getDate', 'getDate(2020, 1).getMonth() + getDate().constructor', '1Date'],
  ['getRegExp', `getRegExp('b').exec('abc').index + getRegExp('a').source`, '1a'],
  [
    'delete and updates',
    '(function () { var o = { a: 1, b: 2 }; delete o.a; o.b++; o["c"] = o.b; return JSON.stringify(o) })()',
    '{"b":3,"c":3}',
  ],
])('in WXS, %s is as WeChat documents it', async (_, code, expected) => {
  expect(await renderValue(`module.exports.v = ${code}`)).toBe(expected)
})

test('a name that is assigned without a declaration belongs to the module alone', async () => {
  const wxml = `<wxs module="a">shared = 1
    count = 1; count++
    module.exports.v = shared + count</wxs><wxs module="b">module.exports.v = typeof shared</wxs><view id="v">{{a.v}} {{b.v}}</view>`
  const { device, text } = await run(createPage({ wxml }))
  expect(text('#v')).toBe('3 undefined')
  expect(Object.keys(device.window)).not.toContain('shared')
})

test('lines without semicolons keep their meaning', async () => {
  const body = `var o = { list: [] }
    var f = o
    f.list.push(1)
    f.n = f.list.length
    /* after */ module.exports.v = o.n // end`
  expect(await renderValue(body)).toBe('1')
})

test('an error in a WXS function ends the start, if the first page calls it', async () => {
  const wxml = '<wxs module="m">module.exports.f = function () { return window.document }</wxs>{{m.f()}}'
  await expect(run(createPage({ wxml }))).rejects.toThrow('window is not defined')
})
