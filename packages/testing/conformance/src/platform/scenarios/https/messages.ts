// Malformed messages of the HTTPS edition, and the limits of its tokens (protocol.md §9).
import type { CallScenario } from '../../call-scenario'
import { HTTPS_USER_INFORMATION } from '../../https-message'

const CALL = { source: 'protocol.md §9', call: 'httpsGetMobile', edition: 'httpsMiniProgram' } as const
const VERIFY = { ...CALL, call: 'verify', code: '120020' } as const

const REQUIRED = [
  ['version', 'version'],
  ['timestamp', 'timestamp'],
  ['app_id', 'appId'],
  ['business_type', 'businessType'],
  ['trace_id', 'traceId'],
  ['msg_id', 'msgId'],
  ['sign', 'sign'],
  ['user_information', 'userInformation'],
  ['wxappid', 'wxappid'],
] as const

const MISSING: readonly CallScenario[] = REQUIRED.map(([name, field]) => ({
  ...CALL,
  id: `@httpsGetMobile_130010_no_${name}` as const,
  code: '130010',
  cause: 'tokenParameterMissing',
  when: { zh: `缺少 ${field} 或其值为空`, en: `when ${field} is missing or empty` },
  recipe: { zh: '漏掉一个必填字段，或者传空值。', en: 'Omit a required field, or send it empty.' },
  alterations: [{ fields: { [field]: null } }, { fields: { [field]: '' } }],
}))

const OTHERS: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_110024_business_type',
    code: '110024',
    cause: 'businessTypeWrong',
    when: { zh: 'businessType 既不是 1 也不是 5', en: 'to a businessType that is neither 1 nor 5' },
    recipe: { zh: 'businessType 传 1 和 5 以外的值。', en: 'Send a businessType other than 1 and 5.' },
    alterations: [{ fields: { businessType: '2' } }, { fields: { businessType: '15' } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_110024_mini_program_as_a_page',
    basis: 'assumed',
    code: '110024',
    cause: 'businessTypeWrong',
    when: { zh: '小程序用了 H5 的 businessType', en: 'to a mini-program with the businessType of a page' },
    recipe: { zh: '带 wxappid 的请求用 businessType 1。', en: 'Send businessType 1 together with a wxappid.' },
    alterations: [{ fields: { businessType: '1' } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103211_not_json',
    basis: 'assumed',
    code: '103211',
    cause: 'notJson',
    when: { zh: '报文不是 JSON 对象', en: 'to a body that is not a JSON object' },
    recipe: { zh: '发送不是 JSON 对象的报文。', en: 'Send a body that is not a JSON object.' },
    alterations: [{ rawBody: '' }, { rawBody: '{"version":' }, { rawBody: '[]' }, { rawBody: 'null' }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103211_malformed_id',
    basis: 'assumed',
    code: '103211',
    cause: 'tokenParameterMalformed',
    when: { zh: 'traceId 或 msgId 不是 32 位', en: 'when traceId or msgId does not have 32 characters' },
    recipe: { zh: 'traceId 传一个短的值。', en: 'Send a short traceId.' },
    alterations: [{ fields: { traceId: 'SHORT' } }, { fields: { msgId: '0'.repeat(33) } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103211_internal',
    code: '103211',
    cause: 'networkUnstable',
    when: { zh: '平台内部出错', en: 'when the platform has an internal error' },
    recipe: { zh: '给这个调用设置一个故障。', en: 'Set a fault for this call.' },
    setup: [{ fault: { call: 'httpsGetMobile', effect: { code: '103211' } } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103911_unused_tokens',
    code: '103911',
    cause: 'tooManyUnusedTokens',
    when: {
      zh: '十分钟内有 30 个没有使用的 token',
      en: 'when the number has 30 unused tokens of the last ten minutes',
    },
    recipe: {
      zh: '同一个号码连取 30 个 token 而不校验。',
      en: 'Get 30 tokens for one number and verify none of them.',
    },
    setup: [{ tokens: 30 }],
  },
]

const TOKENS: readonly CallScenario[] = [
  {
    ...VERIFY,
    id: '@https_120020_reused_token',
    cause: 'tokenReused',
    when: { zh: 'HTTPS 版的同一个 token 校验第二次', en: 'to a token of the HTTPS edition that was verified before' },
    twice: true,
  },
  {
    ...VERIFY,
    id: '@https_120020_late_token',
    basis: 'assumed',
    cause: 'tokenExpired',
    when: { zh: 'HTTPS 版的 token 超过两分钟', en: 'to a token of the HTTPS edition that is older than two minutes' },
    setup: [{ clock: { advanceMs: 120_001 } }],
  },
  {
    ...VERIFY,
    id: '@https_120020_damaged_user_information',
    cause: 'userInformationEncoding',
    when: { zh: 'userInformation 与 HTTPS 版取号时的不同', en: 'when userInformation is not that of the HTTPS call' },
    alterations: [
      { fields: { userInformation: 'AAAA' } },
      { fields: { userInformation: HTTPS_USER_INFORMATION.replace('HUAWEI', 'HUAWEI2') } },
    ],
  },
]

export const HTTPS_MESSAGE_SCENARIOS: readonly CallScenario[] = [...MISSING, ...OTHERS, ...TOKENS]
