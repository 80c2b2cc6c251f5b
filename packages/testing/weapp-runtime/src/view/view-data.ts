// What a template receives of a component's data.

type Method = (this: unknown, ...parameters: unknown[]) => unknown

/** By the mini-program's own function, so that an unchanged function stays the same value. */
const disguises = new WeakMap<Method, Method>()

/**
 * Returns the data without the text of functions. Data may contain functions since base library 2.0.9, but a template
 * can only pass them on to the properties of components ("这些函数不能在 WXML 中直接调用, 只能传递给子组件",
 * developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html): in a text they are empty.
 */
export function toViewData<T>(data: T): T {
  return hasFunction(data) ? (replaceFunctions(data) as T) : data
}

function hasFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function'
  return Object.values(value).some(hasFunction)
}

function replaceFunctions(value: unknown): unknown {
  if (typeof value === 'function') return disguise(value as Method)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(replaceFunctions)
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaceFunctions(each)]))
}

function disguise(method: Method): Method {
  const known = disguises.get(method)
  if (known) return known
  const disguised: Method = function (this: unknown, ...parameters) {
    return method.apply(this, parameters)
  }
  disguised.toString = () => ''
  disguises.set(method, disguised)
  disguises.set(disguised, disguised)
  return disguised
}
