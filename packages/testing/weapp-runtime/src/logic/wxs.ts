// What a WXS script can reach: the globals and members that WeChat documents
// (developers.weixin.qq.com/miniprogram/dev/reference/wxs/06datatype.html and 07basiclibrary.html).

type Key = string | number
type Method = (...parameters: unknown[]) => unknown

/** The members of each type. Objects have their own members besides. */
const MEMBERS: Readonly<Record<string, string>> = {
  Number: 'toString toLocaleString valueOf toFixed toExponential toPrecision',
  String:
    'length toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim',
  Boolean: 'toString valueOf',
  Object: 'toString',
  Function: 'length toString',
  Array:
    'length toString concat join pop push reverse shift slice sort splice unshift indexOf lastIndexOf every some forEach map filter reduce reduceRight',
  Date: [
    'toString toDateString toTimeString toLocaleString toLocaleDateString toLocaleTimeString valueOf getTime',
    'getFullYear getUTCFullYear getMonth getUTCMonth getDate getUTCDate getDay getUTCDay getHours getUTCHours',
    'getMinutes getUTCMinutes getSeconds getUTCSeconds getMilliseconds getUTCMilliseconds getTimezoneOffset setTime',
    'setMilliseconds setUTCMilliseconds setSeconds setUTCSeconds setMinutes setUTCMinutes setHours setUTCHours',
    'setDate setUTCDate setMonth setUTCMonth setFullYear setUTCFullYear toUTCString toISOString toJSON',
  ].join(' '),
  RegExp: 'source global ignoreCase multiline lastIndex exec test toString',
}

const allowed = new Map(Object.entries(MEMBERS).map(([type, names]) => [type, new Set(names.split(' '))]))

function pick(from: object, names: string): object {
  return Object.freeze(Object.fromEntries(names.split(' ').map((name) => [name, Reflect.get(from, name)])))
}

/** `getDate` and `getRegExp` take the place of `new`. */
export const WXS_GLOBALS: Readonly<Record<string, unknown>> = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...parameters: []) => new Date(...parameters),
  // biome-ignore lint/suspicious/noConsole: a script's own output. Looked up at each call: a test may replace it.
  console: Object.freeze({ log: (...parameters: unknown[]) => console.log(...parameters) }),
  Math: pick(
    Math,
    'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan',
  ),
  JSON: pick(JSON, 'stringify parse'),
  Number: pick(Number, 'MAX_VALUE MIN_VALUE NEGATIVE_INFINITY POSITIVE_INFINITY'),
  Date: Object.freeze({
    parse: (text: string) => Date.parse(text),
    UTC: (...parameters: Parameters<DateConstructor['UTC']>) => Date.UTC(...parameters),
    now: () => Date.now(),
  }),
  $wxs: { get, call, toKey, toThis, refuse },
}

function get(object: unknown, key: Key): unknown {
  const name = toName(key)
  if (object === null || object === undefined) throw new TypeError(`Cannot read ${name} of ${object}`)
  const type = readType(object)
  const isOwn = Object.hasOwn(Object(object), name) && (type !== 'Function' || isOwnOfFunction(object as Method, name))
  if (isOwn) return (object as Record<string, unknown>)[name]
  // Elsewhere in JavaScript it is a function, which leads to the page.
  if (name === 'constructor') return type
  return allowed.get(type)?.has(name) ? (object as Record<string, unknown>)[name] : undefined
}

function call(object: unknown, key: Key, parameters: readonly unknown[]): unknown {
  const method = get(object, key)
  if (typeof method !== 'function') throw new TypeError(`${toName(key)} is not a function`)
  return Reflect.apply(method, object, parameters)
}

/** The key of a member that is changed. */
function toKey(key: Key): Key {
  const name = toName(key)
  if (name === '__proto__') throw new TypeError('WXS has no __proto__')
  return typeof key === 'number' ? key : name
}

/** A key could change its text between a check and its use. */
function toName(key: unknown): string {
  return String(key)
}

/** `this` of a function that is called without an object is the page's window in JavaScript. */
function toThis(value: unknown): unknown {
  return value === globalThis ? undefined : value
}

function refuse(name: string): never {
  throw new ReferenceError(`${name} is not defined`)
}

function readType(value: unknown): string {
  if (typeof value === 'function') return 'Function'
  const type = Object.prototype.toString.call(value).slice(8, -1)
  return allowed.has(type) ? type : 'Object'
}

/** JavaScript's own members of a function are not enumerable. */
function isOwnOfFunction(method: Method, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(method, name)
}
