// The codes that the simulated platform answers with, and their texts. Causes and remedies of each are in
// `@local-number/protocol/return-codes`.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { CodeDialect } from '@local-number/simulator-contract'

/**
 * Causes: [S 2.5.1] and the appendix of [S]; 110029 and 103911 are of the same family (protocol.md §7), and so are
 * those of the HTTPS edition (protocol.md §9).
 */
const RETURN_CODE_TEXTS = {
  '000': '本机号码',
  '001': '非本机号码',
  '000000': 'token 获取成功',
  '103000': '获取 token 成功',
  '500': '取号失败',
  '103101': '错误的请求签名',
  '103111': 'WAP 网关 IP 错误',
  '103211': '其他错误',
  '103605': '加密方式或密钥值为空',
  '103609': '物联网 IP 不允许取号',
  '103911': '10 分钟内未使用的 token 超过 30 个',
  '105002': '移动网关取号失败',
  '105112': '时间戳非法',
  '110004': 'ip 不在白名单',
  '110023': '应用没有权益',
  '110024': 'businessType 配置错误',
  '110025': '权益已失效',
  '110026': '来源错误',
  '110027': '能力不可用',
  '110028': 'appId 不存在',
  '110029': '微信 appid 校验失败',
  '111002': '网关未插入手机号',
  '111034': '本机微信小程序信息错误',
  '120020': 'token 校验失败',
  '121011': '号码校验次数超限',
  '130010': '参数为空',
  '130016': '解码失败',
  '130018': '验证签名失败',
  '130030': '参数无效',
  '130032': '解析参数错误',
  '170001': '接入场景类型或请求来源错误',
  '999999': '系统异常',
} as const

/** The texts of [M] and of other vendors' documents (protocol.md §5 and §7). */
const FAMILY_TEXTS = {
  '002': '取号失败',
  '003': '内部调用失败',
  '004': '加密手机号码错误',
  '102': '参数无效',
  '124': '白名单校验失败',
  '302': 'sign 校验失败',
  '303': '参数解析错误',
  '606': '验证 Token 失败',
  '999': '系统异常',
  '102315': '次数已用完',
} as const

/** Texts of a code that says something else in one call. */
const TEXTS_OF_CALLS: Partial<Record<Call, ReadonlyMap<string, string>>> = {
  httpsGetMobile: new Map([['111002', '黑名单号码用户']]),
}

export type DocumentCode = keyof typeof RETURN_CODE_TEXTS

export const DOCUMENT_CODES = Object.keys(RETURN_CODE_TEXTS) as readonly DocumentCode[]

export type FailureCode = Exclude<DocumentCode, '000' | '001' | '000000' | '103000' | '500'>

/** [M]'s codes for the same causes, in the verify call. Causes that [M] does not list keep their six digits. */
const VERIFY_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '110004': '124',
    '120020': '606',
    '121011': '102315',
    '130010': '102',
    '130016': '004',
    '130018': '302',
    '130030': '102',
    '130032': '303',
    '999999': '999',
  }),
)

/** Codes that depend on the cause as well. 1031xx and 105002 are from other vendors' documents, 004 is from [M]. */
const CODES_BY_CAUSE: ReadonlyMap<string, Partial<Record<CauseId, string>>> = new Map(
  Object.entries({
    '111002': { wifi: '103111', otherCarrier: '103111', dataOnlySim: '105002' },
    '999999': { phoneNumEncryption: '004' },
  }),
)

const UNKNOWN_TEXT = '未知返回码'

/** `0` is not here: it is not an answer. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(RETURN_CODE_TEXTS),
  ...Object.entries(FAMILY_TEXTS),
])

export function getReturnCodeText(call: Call, code: string): string {
  return TEXTS_OF_CALLS[call]?.get(code) ?? TEXTS.get(code) ?? UNKNOWN_TEXT
}

/** What the platform, a fault or a magic number decided about a call. */
export interface Decision {
  readonly code: string
  readonly cause: CauseId | null
}

/** Translates the document's code into an app's dialect. */
export function toDialect(call: Call, { code, cause }: Decision, dialect: CodeDialect): string {
  // The HTTPS edition has one dialect.
  if (dialect === 'document' || call === 'httpsGetMobile') return code
  const codeOfCause = cause === null ? undefined : CODES_BY_CAUSE.get(code)?.[cause]
  return codeOfCause ?? ((call === 'verify' && VERIFY_CODES.get(code)) || code)
}
