// The codes that the simulated platform answers with, and their wording. What each means and what to do about it is in
// `@local-number/protocol/return-codes`.

/** Causes: [S 2.5.1] and the appendix of [S]; 110029 and 103911 are of the same family (protocol.md §7). */
const RESULT_TEXTS = {
  '000': '本机号码',
  '001': '非本机号码',
  '000000': 'token 获取成功',
  '500': '取号失败',
  '103605': '加密方式或密钥值为空',
  '103911': '10 分钟内未使用的 token 超过 30 个',
  '110004': 'ip 不在白名单',
  '110025': '权益已失效',
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

export type ResultCode = keyof typeof RESULT_TEXTS

export const RESULT_CODES = Object.keys(RESULT_TEXTS) as readonly ResultCode[]

export type FailureCode = Exclude<ResultCode, '000' | '001' | '000000' | '500'>

/** Which of the two vocabularies the verify call answers an app in (protocol.md §5). */
export type CodeDialect = 'document' | 'family'

/** [M]'s names for the same causes. Causes that [M] does not name keep their six digits. */
const FAMILY_CODES: Partial<Record<ResultCode, string>> = {
  '110004': '124',
  '120020': '606',
  '121011': '102315',
  '130010': '102',
  '130016': '004',
  '130018': '302',
  '130030': '102',
  '130032': '303',
  '999999': '999',
}

export function resultText(code: ResultCode): string {
  return RESULT_TEXTS[code]
}

export function inDialect(code: ResultCode, dialect: CodeDialect): string {
  return dialect === 'family' ? (FAMILY_CODES[code] ?? code) : code
}
