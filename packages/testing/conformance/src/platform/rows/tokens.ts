// Tokens: one minute, one use, one app; userInformation with them; and the limits of a number.
import type { Localized } from '../../texts'
import { USER_INFORMATION } from '../login'
import type { Row } from '../row'

const TOKEN_CHECK = { source: 'S appendix 120020', call: 'verify', code: '120020' } as const
const ENCODED = encodeURIComponent(USER_INFORMATION)

const REFUSED: readonly Row[] = [
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_late_token',
    cause: 'tokenExpired',
    when: { zh: 'token 超过一分钟', en: 'to a token older than a minute' },
    recipe: {
      zh: '拿到 token 后把时钟拨快 60 秒以上。',
      en: 'Move the clock by more than 60 s once there is a token.',
    },
    given: [{ clock: { advanceMs: 60_001 } }],
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
    when: { zh: 'token 不是平台发的', en: 'to a token that was never issued' },
    recipe: { zh: '编一个 token 去校验。', en: 'Verify with a token that you made up.' },
    bends: [{ fields: { token: 'C'.repeat(48) } }, { fields: { token: '__proto__' } }],
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_no_user_information',
    cause: 'userInformationMissing',
    when: { zh: '没有带 userInformation', en: 'without userInformation' },
    recipe: { zh: '校验时不带 userInformation。', en: 'Leave userInformation out of the verification.' },
    bends: [{ fields: { userInformation: null } }, { fields: { userInformation: '' } }],
  },
  {
    ...TOKEN_CHECK,
    id: '@verify_120020_damaged_user_information',
    cause: 'userInformationEncoding',
    when: { zh: 'userInformation 被改动或多编码了一次', en: 'to a userInformation that was changed or encoded twice' },
    recipe: {
      zh: '改动 userInformation，例如发送 `AAAA`；或者再做一次百分号编码，让 `%2B` 变成 `%252B`（没有 `+`、`/`、`=` 的值，编码几次都一样）。',
      en: 'Change userInformation, e.g. send `AAAA`; or percent-encode it once more, so that `%2B` becomes `%252B` (a value without `+`, `/` and `=` stays as it is, however often it is encoded).',
    },
    bends: [
      { fields: { userInformation: USER_INFORMATION.replaceAll('+', ' ') } },
      { fields: { userInformation: encodeURIComponent(ENCODED) } },
      { fields: { userInformation: 'AAAA' } },
    ],
  },
]

const ACCEPTED: readonly Row[] = (
  [
    ['raw', USER_INFORMATION, { zh: '解码后的', en: 'decoded' }],
    ['encoded', ENCODED, { zh: '原样（编码过一次）的', en: 'as the callback gave it' }],
  ] as const satisfies readonly (readonly [string, string, Localized])[]
).map(([name, userInformation, form]) => ({
  id: `@verify_000_user_information_${name}` as const,
  source: 'protocol.md §4',
  call: 'verify',
  code: '000',
  title: { zh: `接受${form.zh} userInformation`, en: `userInformation ${form.en} is accepted` },
  when: { zh: 'userInformation', en: 'userInformation' },
  bends: [{ fields: { userInformation } }],
}))

const LIMITS: readonly Row[] = [
  {
    id: '@getToken_130030_not_taken',
    source: 'protocol.md §4',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    when: { zh: '一次取号已经换过 token', en: 'when the number was exchanged for a token before' },
    recipe: { zh: '一次取号之后获取两次 token。', en: 'Ask for two tokens after one image.' },
    twice: true,
  },
  {
    id: '@getToken_130030_other_ids',
    source: 'protocol.md §2',
    basis: 'inferred',
    call: 'getToken',
    code: '130030',
    cause: 'numberNotRetrieved',
    when: { zh: 'msgId、timestamp 或 uuid 与图片的不同', en: "to other ids than the image's" },
    recipe: {
      zh: '获取 token 时用另一组 msgId、timestamp、uuid。',
      en: 'Ask for a token with another msgId, timestamp or uuid than the image had.',
    },
    bends: [
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
    when: { zh: '十分钟内有 30 个没有使用的 token', en: 'to a number with 30 unused tokens of the last ten minutes' },
    recipe: { zh: '同一个号码连取 30 个 token 而不校验。', en: 'Take 30 tokens of one number and verify none.' },
    given: [{ tokens: 30 }],
  },
  {
    id: '@getToken_000000_thirty_used_tokens',
    source: 'protocol.md §7',
    call: 'getToken',
    code: '000000',
    title: { zh: '用掉的 token 不计入 30 个', en: 'Tokens that were used are not counted among the thirty' },
    when: { zh: '已用掉 30 个 token', en: 'after thirty used tokens' },
    filed: { dailyLimit: 31 },
    given: [{ logins: 30 }],
  },
  {
    id: '@verify_121011_daily_limit',
    source: 'S appendix 121011',
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    when: { zh: '号码当天的校验次数用完', en: 'once the number has no checks left today' },
    recipe: { zh: '把每日上限设为 1，先完成一次登录。', en: 'Set the daily limit to 1, and log in once.' },
    filed: { dailyLimit: 1 },
    given: [{ logins: 1 }],
  },
]

const INTERNAL: readonly Row[] = (['getMobile', 'getToken', 'verify'] as const).map((call) => ({
  id: `@${call}_999999_internal` as const,
  source: 'S appendix 999999',
  call,
  code: '999999',
  cause: 'networkUnstable',
  when: { zh: '平台内部出错', en: 'when the platform itself is in trouble' },
  recipe: { zh: '给这个调用设置一个故障。', en: 'Switch a fault on for this call.' },
  given: [{ fault: { call, effect: { code: '999999' } } }],
}))

export const TOKEN_ROWS: readonly Row[] = [...REFUSED, ...ACCEPTED, ...LIMITS, ...INTERNAL]
