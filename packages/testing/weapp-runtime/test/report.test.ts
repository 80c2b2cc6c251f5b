import { createPage, run, waitFor } from './support/run'

test.each([
  [
    'an object with errMsg',
    `{ errMsg: 'request:fail timeout', errno: 5 }`,
    '{"errMsg":"request:fail timeout","errno":5}',
  ],
  ['an object without text', `{ code: 7 }`, '{"code":7}'],
  ['an empty object', `{}`, '{}'],
  ['a list', `['a', { b: 1 }]`, '["a",{"b":1}]'],
  ['a text', `'just text'`, 'just text'],
  ['a number', `42`, '42'],
  ['undefined', `undefined`, 'undefined'],
  ['null', `null`, 'null'],
  ['a symbol', `Symbol('s')`, 'Symbol(s)'],
  ['a BigInt', `10n`, '10'],
  ['an object that contains itself', `(() => { const o = { errMsg: 'ring' }; o.self = o; return o })()`, 'ring'],
  ['an object without prototype', `Object.assign(Object.create(null), { errMsg: 'bare' })`, '{"errMsg":"bare"}'],
  ['an object with a BigInt', `({ errMsg: 'big', n: 1n })`, 'big'],
  ['an object whose members throw', `({ get errMsg() { throw new Error('no') } })`, '[object Object]'],
  ['an error with a code', `Object.assign(new Error('failed'), { code: 'X1' })`, 'Error: failed'],
  ['an error without a stack', `Object.assign(new TypeError('failed'), { stack: '' })`, 'TypeError: failed'],
  ['an error whose members are deleted', `Object.assign(new Error('gone'), { stack: undefined })`, 'Error: gone'],
])('%s is readable in the report when it is thrown, and when a promise rejects with it', async (_, value, text) => {
  const app = `App({ onError(text) { console.info('app', text.split('\\n')[0]) } })
    wx.onError(({ message }) => console.info('wx', message))`
  const js = `Page({ throws() { throw ${value} }, async rejects() { throw ${value} } })`
  const wxml = '<view id="t" bindtap="throws"/><view id="r" bindtap="rejects"/>'
  const { device, logged, tap } = await run(createPage({ app, js, wxml }))
  tap('#t')
  tap('#r')
  await waitFor(async () => expect((await device.report()).errors).toHaveLength(2))
  expect((await device.report()).errors.map((each) => each.split('\n')[0])).toEqual([text, text])
  expect(logged()).toEqual([
    ['app', text],
    ['wx', text],
  ])
})
