// Which tokens and userInformation are accepted, and the limits of a number.
import type { Localized } from '../../localized'
import type { CallScenario } from '../call-scenario'
import { USER_INFORMATION } from '../login'

const TOKEN_CHECK = { source: 'S appendix 120020', call: 'verify', code: '120020' } as const
const ENCODED = encodeURIComponent(USER_INFORMATION)

const REFUSED: readonly CallScenario[] = [
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_late_token',
    cause: 'tokenExpired',
    when: { zh: 'token 超过一分钟', en: 'to a token that is older than a minute' },
    recipe: {
      zh: '拿到 token 后把时钟拨快 60 秒以上。',
      en: 'Move the clock ahead by more than 60 s after you have a token.',
    },
    setup: [{ clock: { advanceMs: 60_001 } }],
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_reused_token',
    cause: 'tokenReused',
    when: { zh: '同一个 token 校验第二次', en: 'to a token that was verified before' },
    recipe: { zh: '同一个 token 校验两次。', en: 'Verify the same token twice.' },
    twice: true,
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_unknown_token',
    cause: 'tokenUnknown',
    when: { zh: 'token 不是平台发的', en: 'to a token that the platform did not issue' },
    recipe: { zh: '编一个 token 去校验。', en: 'Verify with an invented token.' },
    alterations: [{ fields: { token: 'C'.repeat(48) } }, { fields: { token: '__proto__' } }],
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_no_user_information',
    cause: 'userInformationMissing',
    when: { zh: '没有带 userInformation', en: 'without userInformation' },
    recipe: { zh: '校验时不带 userInformation。', en: 'Omit userInformation in the verification.' },
    alterations: [{ fields: { userInformation: null } }, { fields: { userInformation: '' } }],
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_damaged_user_information',
    cause: 'userInformationEncoding',
    when: { zh: 'userInformation 被改动', en: 'when userInformation is changed' },
    recipe: {
      zh: '改动 userInformation，例如发送 `AAAA`，或者让其中的 `+` 变成空格。',
      en: 'Change userInformation, for example to `AAAA`, or so that its `+` become spaces.',
    },
    // Not encoded twice: "可根据实际情况进行二次编码" [S 2.5.1], so a platform may take that, too.
    alterations: [
      { fields: { userInformation: USER_INFORMATION.replaceAll('+', ' ') } },
      { fields: { userInformation: 'AAAA' } },
    ],
  },
]

const ACCEPTED: readonly CallScenario[] = (
  [
    ['raw', USER_INFORMATION, { zh: '解码后的', en: 'Decoded' }],
    ['encoded', ENCODED, { zh: '原样（编码过一次）的', en: 'Percent-encoded' }],
  ] as const satisfies readonly (readonly [string, string, Localized])[]
).map(([name, userInformation, form]) => ({
  id: `@verify_000_user_information_${name}` as const,
  source: 'protocol.md §4',
  call: 'verify',
  code: '000',
  title: { zh: `接受${form.zh} userInformation`, en: `${form.en} userInformation is accepted` },
  when: { zh: 'userInformation', en: 'userInformation' },
  alterations: [{ fields: { userInformation } }],
}))

const LIMITS: readonly CallScenario[] = [
  {
    id: '@getToken_130030_not_taken',
    source: 'protocol.md §4',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    when: { zh: '一次取号已经换过 token', en: 'when the retrieved number was exchanged for a token before' },
    recipe: { zh: '一次取号之后获取两次 token。', en: 'Request two tokens after one image.' },
    twice: true,
  },
  {
    id: '@getToken_130030_other_ids',
    source: 'protocol.md §2',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    when: { zh: 'msgId、timestamp 或 uuid 与图片的不同', en: "when the ids are not the image's" },
    recipe: {
      zh: '获取 token 时用另一组 msgId、timestamp、uuid。',
      en: 'Request a token with a msgId, timestamp or uuid that the image did not have.',
    },
    alterations: [
      { fields: { msgId: 'A'.repeat(32) } },
      { fields: { timestamp: '20200101000000000' } },
      { fields: { uuid: 'B'.repeat(32) } },
    ],
  },
  {
    id: '@getToken_103911_unused_tokens',
    source: 'protocol.md §7',
    call: 'getToken',
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
  {
    id: '@getToken_000000_thirty_used_tokens',
    source: 'protocol.md §7',
    call: 'getToken',
    code: '000000',
    title: { zh: '用掉的 token 不计入 30 个', en: 'Used tokens do not count toward the limit of 30' },
    when: { zh: '已用掉 30 个 token', en: 'after 30 used tokens' },
    registration: { dailyLimit: 31 },
    setup: [{ logins: 30 }],
  },
  {
    id: '@verify_121011_daily_limit',
    source: 'S appendix 121011',
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    when: { zh: '号码当天的校验次数用完', en: 'when the number has no checks left today' },
    recipe: { zh: '把每日上限设为 1，先完成一次登录。', en: 'Set the daily limit to 1, and log in once.' },
    registration: { dailyLimit: 1 },
    setup: [{ logins: 1 }],
  },
]

const INTERNAL: readonly CallScenario[] = (['getMobile', 'getToken', 'verify'] as const).map((call) => ({
  id: `@${call}_999999_internal` as const,
  source: 'S appendix 999999',
  call,
  code: '999999',
  cause: 'networkUnstable',
  when: { zh: '平台内部出错', en: 'when the platform has an internal error' },
  recipe: { zh: '给这个调用设置一个故障。', en: 'Set a fault for this call.' },
  setup: [{ fault: { call, effect: { code: '999999' } } }],
}))

export const TOKEN_SCENARIOS: readonly CallScenario[] = [...REFUSED, ...ACCEPTED, ...LIMITS, ...INTERNAL]
