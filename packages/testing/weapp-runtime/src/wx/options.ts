// The options of a call, by WeChat's typings: which are ignored here, and which WeChat refuses.
import { WECHAT_APIS } from './api-options'
import { CallFailure } from './call-failure'
import { IMPLEMENTED_OPTIONS, isOptionMissing } from './implemented'

type Options = Readonly<Record<string, unknown>>

/** Lists the options that have an effect in WeChat, but not here: `enableHttp2`, `redirect: 'manual'`. */
export function listMissingOptions(name: string, options: object): string[] {
  const implemented = IMPLEMENTED_OPTIONS[name] ?? {}
  return Object.keys(WECHAT_APIS[name]?.options ?? {}).flatMap((option) => {
    const value = (options as Options)[option]
    if (!isOptionMissing(implemented, option, value)) return []
    // Other values of an option that is in the table are fine.
    return [option in implemented ? `${option}: ${typeof value === 'string' ? `'${value}'` : value}` : option]
  })
}

/** Members that check their optional options as well, seen in the tests of Taro, whose h5 version copies WeChat's words. */
const STRICT: readonly string[] = ['showModal', 'showToast', 'showLoading']

/** @throws CallFailure in WeChat's words if an option is missing or has a wrong type */
export function checkTypes(name: string, options: object): void {
  for (const [option, { type, required }] of Object.entries(WECHAT_APIS[name]?.options ?? {})) {
    const value = (options as Options)[option]
    const isChecked = required || (STRICT.includes(name) && value !== undefined)
    const actual = readType(value)
    if (!isChecked || type === null || actual === type) continue
    throw new CallFailure(`parameter error: parameter.${option} should be ${type} instead of ${actual};`)
  }
}

function readType(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
