// `wx.canIUse`, whose schema names an API with one of its parts: `request.object.timeout`,
// `getSystemInfoSync.return.theme`, `onNetworkStatusChange.callback.isConnected`; or a tag with attribute and value:
// `button.open-type.contact`.
import { API_NAMES } from './api-names'
import { WECHAT_APIS } from './api-options'
import { IMPLEMENTED_OPTIONS, isOptionMissing } from './implemented'
import { isAtLeast } from './version'

/** `missing`: WeChat has it, and this runtime does not. */
export type Verdict = 'yes' | 'no' | 'missing'

export interface CanIUseOptions {
  /** The members of `wx`. */
  readonly getApi: () => object
  /** Members that accept calls without an effect. */
  readonly silent?: readonly string[]
  /** Judges a tag with its attribute and value; `null` if there is no such tag. */
  readonly judgeTag?: (tag: string, attribute?: string, value?: string) => Verdict | null
  readonly baseLibrary: unknown
  readonly reportMissing: (what: string) => void
}

export function createCanIUse(options: CanIUseOptions): (schema: string) => boolean {
  const { judgeTag, reportMissing } = options
  return (schema) => {
    const [name = '', ...parts] = String(schema).split('.')
    const verdict = judgeTag?.(name, parts[0], parts[1]) ?? judgeApi(name, parts, options)
    // In WeChat the mini-program would take another path.
    if (verdict === 'missing') reportMissing(`wx.canIUse('${schema}')`)
    return verdict === 'yes'
  }
}

function judgeApi(name: string, parts: readonly string[], options: CanIUseOptions): Verdict {
  const { getApi, silent = [], baseLibrary } = options
  const api = getApi() as Record<string, unknown>
  if (name === 'cloud' && parts[0]) return judgeMember(`cloud.${parts[0]}`, parts.slice(1), options)
  if (!API_NAMES.includes(name)) return 'no'
  if (!(name in api) || silent.includes(name)) return 'missing'
  const { since = null } = WECHAT_APIS[name] ?? {}
  return isKnownTo(baseLibrary, since) ? judgeMember(name, parts, options) : 'no'
}

function judgeMember(name: string, [kind, part, value]: readonly string[], options: CanIUseOptions): Verdict {
  if (name.startsWith('cloud.') && !WECHAT_APIS[name]) return 'missing'
  if (kind === undefined || part === undefined) return 'yes'
  if (kind === 'object') return judgeOption(name, { part, value }, options.baseLibrary)
  if (kind === 'success') return judgeResult(name, part, options.baseLibrary)
  if (kind === 'callback') return CALLBACK_PARTS[name]?.includes(part) ? 'yes' : 'missing'
  const read = (options.getApi() as Record<string, () => object>)[name]
  if (kind === 'return' && ANSWERING.includes(name) && read) return part in read() ? 'yes' : 'no'
  return 'missing'
}

interface Option {
  readonly part: string
  readonly value: string | undefined
}

function judgeOption(name: string, { part, value }: Option, baseLibrary: unknown): Verdict {
  if (['success', 'fail', 'complete'].includes(part)) return 'yes'
  const option = WECHAT_APIS[name]?.options[part]
  if (!option || !isKnownTo(baseLibrary, option.since)) return 'no'
  return isOptionMissing(IMPLEMENTED_OPTIONS[name] ?? {}, part, value ?? true) ? 'missing' : 'yes'
}

function judgeResult(name: string, part: string, baseLibrary: unknown): Verdict {
  const since = WECHAT_APIS[name]?.results[part]
  if (since === undefined) return 'missing'
  if (!isKnownTo(baseLibrary, since)) return 'no'
  return MISSING_RESULTS[name]?.includes(part) ? 'missing' : 'yes'
}

function isKnownTo(baseLibrary: unknown, since: string | null): boolean {
  return since === null || isAtLeast(baseLibrary, since)
}

const MISSING_RESULTS: Readonly<Record<string, readonly string[]>> = {
  request: ['exception', 'profile', 'useHttpDNS'],
}

const CALLBACK_PARTS: Readonly<Record<string, readonly string[]>> = {
  onNetworkStatusChange: ['isConnected', 'networkType'],
  onError: ['message', 'stack'],
  onUnhandledRejection: ['reason', 'promise'],
}

/** Members that only return what the phone knows. */
const ANSWERING: readonly string[] = [
  ...['getSystemInfoSync', 'getWindowInfo', 'getDeviceInfo', 'getAppBaseInfo', 'getSystemSetting'],
  ...['getAccountInfoSync', 'getLaunchOptionsSync', 'getEnterOptionsSync', 'getMenuButtonBoundingClientRect'],
]
