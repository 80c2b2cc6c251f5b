// Messages that are no JSON (130032), lack a field (130010) or hold a malformed one (130030).
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../texts'
import type { Bend } from '../bend'
import type { Row } from '../row'

const NOT_JSON: readonly { readonly name: string; readonly when: Localized; readonly bends: readonly Bend[] }[] = [
  {
    name: 'not_json',
    when: { zh: '报文不是 JSON', en: 'to a body that is no JSON' },
    bends: [{ rawBody: '' }, { rawBody: 'header=1' }, { rawBody: '{"header":{' }],
  },
  {
    name: 'no_object',
    when: { zh: '报文是 JSON 但不是对象', en: 'to JSON that is no object' },
    bends: [{ rawBody: '[]' }, { rawBody: '"text"' }, { rawBody: 'null' }],
  },
  {
    name: 'other_content_type',
    when: { zh: 'content-type 不是 JSON', en: 'to another content type' },
    bends: [
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { headers: { 'content-type': 'text/plain' } },
    ],
  },
]

const BODIES: readonly Row[] = (['getToken', 'verify'] as const).flatMap((call) =>
  NOT_JSON.map(({ name, ...row }) => ({
    ...row,
    id: `@${call}_130032_${name}` as const,
    source: 'S appendix 130032',
    call,
    code: '130032',
    cause: 'notJson',
    recipe: {
      zh: '发送不是 JSON 对象的报文，或者 content-type 不是 application/json。',
      en: 'Send a body that is no JSON object, or another content type than application/json.',
    },
  })),
)

interface FieldRules {
  readonly call: Call
  readonly required: readonly string[]
  readonly missing: CauseId
  /** For each field, values that are not its shape. */
  readonly malformed: Readonly<Record<string, readonly unknown[]>>
  readonly malformedCause: CauseId
}

const LONG = '0'.repeat(33)

const RULES: readonly FieldRules[] = [
  {
    call: 'getMobile',
    required: ['version', 'appId', 'openType', 'msgId', 'timestamp', 'uuid', 'userInformation'],
    missing: 'imageParameterMissing',
    malformed: {
      version: ['9.9', '1'],
      msgId: ['short', LONG],
      timestamp: ['2026', '2026-01-01 00:00:00'],
      uuid: ['short', LONG],
      expandParams: ['callType=6006'],
      appId: [['300011877495', '300011877495']],
    },
    malformedCause: 'imageParameterMalformed',
  },
  {
    call: 'getToken',
    required: ['version', 'msgId', 'timestamp', 'appId', 'sign', 'uuid'],
    missing: 'tokenParameterMissing',
    malformed: {
      version: ['9.9', 1.2],
      msgId: ['short', LONG],
      timestamp: ['2026', 20_260_101],
      uuid: ['short', LONG],
      expandParams: ['callType=6005'],
    },
    malformedCause: 'tokenParameterMalformed',
  },
  {
    call: 'verify',
    required: ['version', 'msgId', 'appId', 'timestamp', 'phoneNum', 'sign'],
    missing: 'verifyParameterInvalid',
    malformed: {
      version: ['9', 1],
      msgId: ['short', LONG],
      timestamp: ['2026', 20_260_101],
      token: [12_345, ['token']],
    },
    malformedCause: 'verifyParameterInvalid',
  },
]

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const MISSING: readonly Row[] = RULES.flatMap(({ call, required, missing }) =>
  required.map((field) => ({
    id: `@${call}_130010_no_${snakeCase(field)}` as const,
    source: 'S appendix 130010',
    call,
    code: '130010',
    cause: missing,
    when: { zh: `缺少 ${field} 或其值为空`, en: `without ${field}, and with an empty one` },
    recipe: { zh: '漏掉一个必填字段，或者传空值。', en: 'Leave a required field out, or send it empty.' },
    bends: [{ fields: { [field]: null } }, { fields: { [field]: '' } }],
  })),
)

/** As it stands in the message: in quotes when it is a text. A list in a query is the parameter several times. */
function malformedRecipe(field: string, values: readonly unknown[]): Localized {
  const [shown, twice] = [values.map((value) => `\`${JSON.stringify(value)}\``), field === 'appId']
  if (twice) return { zh: '在地址里写两次 `appId`。', en: 'Write `appId` into the address twice.' }
  return {
    zh: `让 \`${field}\` 为 ${shown.join(' 或 ')}。`,
    en: `Send ${shown.join(' or ')} as \`${field}\`.`,
  }
}

const MALFORMED: readonly Row[] = RULES.flatMap(({ call, malformed, malformedCause }) =>
  Object.entries(malformed).map(([field, values]) => ({
    id: `@${call}_130030_${snakeCase(field)}` as const,
    source: 'S 2.5.1',
    basis: 'inferred' as const,
    call,
    code: '130030',
    cause: malformedCause,
    when: { zh: `${field} 格式不对`, en: `to a malformed ${field}` },
    recipe: malformedRecipe(field, values),
    bends: values.map((value) => ({ fields: { [field]: value } })),
  })),
)

const REST: readonly Row[] = [
  {
    id: '@verify_130010_token_never_issued',
    source: 'S appendix 130010',
    call: 'verify',
    code: '130010',
    cause: 'tokenNeverIssued',
    when: { zh: '没有取到 token 和 userInformation 就去校验', en: 'without token and userInformation' },
    recipe: {
      zh: '获取 token 失败之后仍去校验：token 和 userInformation 都是空的。',
      en: 'Verify although no token came: both token and userInformation are empty.',
    },
    bends: [{ fields: { token: '', userInformation: '' } }, { fields: { token: null, userInformation: null } }],
  },
  {
    id: '@getMobile_130030_open_type',
    source: 'S 2.5.1',
    call: 'getMobile',
    code: '130030',
    cause: 'openTypeWrong',
    when: { zh: 'openType 既不是 0 也不是 1', en: 'to an openType that is neither 0 nor 1' },
    recipe: { zh: 'openType 传 0 和 1 以外的值。', en: 'Send an openType other than 0 and 1.' },
    bends: [{ fields: { openType: '2' } }, { fields: { openType: 'true' } }],
  },
]

export const FIELD_ROWS: readonly Row[] = [...BODIES, ...MISSING, ...MALFORMED, ...REST]
