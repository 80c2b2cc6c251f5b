// WeChat's logic layer runs no code that is made from a text.

/**
 * Replaces what `Function` and the other function constructors are, and returns the new `Function`. An expression, so
 * that each global scope replaces its own ones.
 *
 * "不支持使用 eval 执行 JS 代码, 不支持使用 new Function 创建函数, new Function('return this') 除外"
 * (developers.weixin.qq.com/miniprogram/dev/framework/runtime/js-support.html). It does not throw: `Function` returns
 * nothing, so that a call of it fails with "Function(...) is not a function" (github.com/dcloudio/uni-app/issues/1932),
 * and `Function('return this')()` is an empty object (github.com/lodash/lodash/issues/5746,
 * github.com/NervJS/taro/issues/6078).
 */
const REFUSE_CONSTRUCTORS = `(() => {
  const nowhere = {}
  const refuse = (sample) => {
    const shared = Object.getPrototypeOf(sample)
    const { name } = shared.constructor
    const refusing = function () {
      if (arguments.length > 0 && arguments[arguments.length - 1] === 'return this') return () => nowhere
    }
    Object.defineProperty(refusing, 'name', { value: name })
    Object.defineProperty(refusing, 'prototype', { value: shared })
    Object.defineProperty(shared, 'constructor', { value: refusing, configurable: true, writable: true })
    return refusing
  }
  for (const sample of [async () => {}, function* () {}, async function* () {}]) refuse(sample)
  return refuse(() => {})
})()`

/**
 * Makes a global scope one of WeChat's logic layer. `eval` is undefined there: "eval is not a function"
 * (github.com/Tencent/kbone/issues/68). `global` is an object of its own, which has no members of JavaScript and is the
 * same for all files (github.com/lodash/lodash/issues/5746, github.com/Tencent/kbone/issues/277).
 */
export const RESTRICT_SCOPE = `
  globalThis.Function = ${REFUSE_CONSTRUCTORS}
  globalThis.eval = undefined
  globalThis.global = {}
  delete globalThis.WebAssembly
`

/**
 * Keeps the mini-program from reaching a constructor through the runtime's own functions, e.g. those of `wx`. The names
 * `Function` and `eval` of the runtime's scope still work.
 */
export function refuseConstructors(): void {
  new Function(`return ${REFUSE_CONSTRUCTORS}`)()
}
