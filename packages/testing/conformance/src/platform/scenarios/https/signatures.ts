// The MD5 of the HTTPS edition, the fields that it covers, and the time in them (protocol.md §9).
import type { CallScenario } from '../../call-scenario'

const CALL = { source: 'protocol.md §9', call: 'httpsGetMobile', edition: 'httpsMiniProgram' } as const

/** Well-formed values that were not signed. */
const CHANGES = [
  { id: '@httpsGetMobile_103101_changed_msg_id', name: 'msgId', value: 'A'.repeat(32) },
  { id: '@httpsGetMobile_103101_changed_trace_id', name: 'traceId', value: 'B'.repeat(32) },
  { id: '@httpsGetMobile_103101_changed_version', name: 'version', value: '1.1' },
] as const

const WRONG_SIGNS: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_103101_other_app_key',
    code: '103101',
    cause: 'appKeyWrong',
    when: { zh: '签名用的不是本应用的 appKey', en: "to a sign with another appKey than the app's" },
    recipe: { zh: '用另一个 appKey 算 sign。', en: 'Make the sign with another appKey.' },
    alterations: [{ md5: 'otherAppKey' }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_103101_other_text',
    code: '103101',
    cause: 'signedTextWrong',
    when: {
      zh: 'sign 不是规定文本的 MD5',
      en: 'to a sign that is not the MD5 of the prescribed text',
    },
    recipe: { zh: '算 sign 时漏掉 appKey。', en: 'Omit the appKey in the text that is hashed.' },
    alterations: [
      { md5: 'withoutAppKey' },
      { md5: 'appKeyFirst' },
      { md5: 'sha256' },
      { md5: 'base64' },
      { md5: 'noSignature' },
    ],
  },
  ...CHANGES.map(
    ({ id, name, value }): CallScenario => ({
      ...CALL,
      id,
      code: '103101',
      cause: 'signedTextWrong',
      when: { zh: `签名之后改动了 ${name}`, en: `when ${name} is changed after signing` },
      recipe: { zh: '签名之后再改动一个被签的字段。', en: 'Change a signed field after signing.' },
      alterations: [{ fieldsAfterSigning: { [name]: value } }],
    }),
  ),
]

/** Well-signed, but of another time. */
const TIMES: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_105112_long_ago',
    code: '105112',
    cause: 'timestampStale',
    when: { zh: '时间戳是几年前的', en: 'to a timestamp of years ago' },
    recipe: { zh: '用很久以前的时间戳签名。', en: 'Sign a timestamp of long ago.' },
    alterations: [{ fields: { timestamp: '20200101000000000' } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_105112_six_minutes_off',
    basis: 'assumed',
    code: '105112',
    cause: 'timestampStale',
    when: {
      zh: '时间戳与任何真实时区的现在都差六分钟',
      en: 'to a timestamp that is six minutes off at every real UTC offset',
    },
    recipe: { zh: '把时钟拨快六分钟。', en: 'Move the clock ahead by six minutes.' },
    setup: [{ clock: { advanceMs: 360_000 } }],
  },
  {
    ...CALL,
    id: '@httpsGetMobile_105112_no_time',
    basis: 'assumed',
    code: '105112',
    cause: 'timestampStale',
    when: { zh: '时间戳不是一个时间', en: 'to a timestamp that is not a time' },
    recipe: { zh: '发送格式不对的时间戳。', en: 'Send a malformed timestamp.' },
    alterations: [{ fields: { timestamp: '20261399000000000' } }, { fields: { timestamp: '2026' } }],
  },
]

export const HTTPS_SIGNATURE_SCENARIOS: readonly CallScenario[] = [...WRONG_SIGNS, ...TIMES]
