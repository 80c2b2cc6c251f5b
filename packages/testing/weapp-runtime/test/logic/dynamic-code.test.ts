import { createContextRealm, createModules } from '../../src/node'
import { createPage, run, waitFor } from '../support/run'

/** Runs an expression in the app's script and returns what it evaluates to, or the error's name and message. */
async function evaluate(expression: string): Promise<unknown> {
  const app = `let result
    try { result = (() => (${expression}))() } catch (error) { result = error.name + ': ' + error.message }
    console.info(typeof result === 'function' ? 'a function' : result)
    App({})`
  const { logged } = await run(createPage({ app }))
  return logged().at(-1)
}

test.each([
  ['eval', `eval('1 + 1')`],
  ['eval by another name', `(0, eval)('1 + 1')`],
  ['globalThis.eval', `globalThis.eval('1 + 1')`],
  ['new Function', `new Function('return 2')()`],
  ['Function without new', `Function('a', 'return a')(2)`],
  ['globalThis.Function', `globalThis.Function('return 2')()`],
  ['Reflect.construct', `Reflect.construct(Function, ['return 2'])()`],
  ['the constructor of an arrow function', `(() => {}).constructor('return 2')()`],
  ['the constructor of an async function', `(async () => {}).constructor('return 2')()`],
  ['the constructor of a generator function', `(function* () {}).constructor('yield 2')().next()`],
  ['the constructor of an async generator function', `(async function* () {}).constructor('yield 2')().next()`],
  ['the constructor of a class', `(class {}).constructor('return 2')()`],
  ['a class that extends Function', `new (class extends Function { constructor() { super('return 2') } })()()`],
  ['the constructor of one of JavaScript’s own functions', `[].map.constructor('return 2')()`],
  ['the constructor of a member of wx', `wx.request.constructor('return 2')()`],
  ['the constructor of an object that wx answers with', `wx.getSystemInfoSync().constructor.constructor('return 2')()`],
  ['the constructor of a timer function', `setTimeout.constructor('return 2')()`],
  ['the constructor of a method of console', `console.info.constructor('return 2')()`],
  ['the constructor of require', `require.constructor('return 2')()`],
])('code from a text does not run through %s', async (_, expression) => {
  expect(await evaluate(expression)).toMatch(/^TypeError: .* is not a (?:function|constructor)/)
})

test.each([
  ['setTimeout', `setTimeout('1 + 1', 0)`],
  ['setInterval', `setInterval('1 + 1', 10)`],
])('%s refuses a text, as in WeChat', async (name, expression) => {
  expect(await evaluate(expression)).toBe(`TypeError: ${name} expects a function as first argument but got string.`)
})

test.each([
  ['Function', `Function('return this')()`],
  ['new Function', `new Function('return this')()`],
  ['a function’s constructor', `(() => {}).constructor('return this')()`],
])('%s with "return this" gives an empty object, as in WeChat', async (_, expression) => {
  expect(await evaluate(expression)).toEqual({})
})

test('bundles that look for the global object with Function go on working', async () => {
  // As webpack, lodash and core-js write it.
  const app = `
    var g; g = (function () { return this })(); try { g = g || new Function('return this')() } catch (e) { g = {} }
    var check = function (it) { return it && it.Math === Math && it }
    var found = check(typeof globalThis == 'object' && globalThis) || Function('return this')()
    var freeGlobal = typeof global == 'object' && global && global.Object === Object && global
    var freeSelf = typeof self == 'object' && self && self.Object === Object && self
    var root = freeGlobal || freeSelf || Function('return this')()
    console.info(typeof g, found === globalThis, typeof root)
    App({})`
  const { logged, expectClean } = await run(createPage({ app }))
  expect(logged()).toEqual([['object', true, 'object']])
  await expectClean()
})

test('functions stay instances of Function, and keep name, call, apply and bind', async () => {
  const result = await evaluate(
    `[(() => {}) instanceof Function, Function.name, typeof Function.prototype.bind, (function* () {}).constructor.name, (function f() { return this.n }).bind({ n: 1 })()].join()`,
  )
  expect(result).toBe('true,Function,function,GeneratorFunction,1')
})

test('global is one empty object for all files, and a member of globalThis', async () => {
  const app = `console.info(typeof global, Object.keys(global).length, global === globalThis, globalThis.global === global)
    global.shared = 'from app'
    App({})`
  const js = `console.info(global.shared, typeof shared); Page({})`
  const { logged, expectClean } = await run(createPage({ app, js }))
  expect(logged()).toEqual([
    ['object', 0, false, true],
    ['from app', 'undefined'],
  ])
  await expectClean()
})

test('a call of eval that the mini-program does not catch is an error of the report', async () => {
  const js = `Page({ tapped() { eval('1') } })`
  const { device, tap } = await run(createPage({ js, wxml: '<view id="v" bindtap="tapped"/>' }))
  tap('#v')
  await waitFor(async () =>
    expect((await device.report()).errors).toEqual([expect.stringContaining('eval is not a function')]),
  )
})

test('a realm in Node refuses code from texts as well', () => {
  const scripts = {
    app: `exports.run = () => new Function('return 1')(); exports.log = () => console.log.constructor('return 1')()`,
  }
  const modules = createModules({ scripts, realm: createContextRealm({}), globals: {} })
  const { run: runs, log } = modules.run('app') as Record<'run' | 'log', () => unknown>
  expect(runs).toThrow('is not a function')
  expect(log).toThrow('is not a function')
})
