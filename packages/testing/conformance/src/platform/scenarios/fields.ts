// Messages that are not JSON (130032), lack a field (130010) or have a malformed one (130030).
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../localized'
import type { Alteration } from '../alteration'
import type { CallScenario } from '../call-scenario'

const NOT_JSON: readonly {
  readonly name: string
  readonly when: Localized
  readonly alterations: readonly Alteration[]
}[] = [
  {
    name: 'not_json',
    when: { zh: '报文不是 JSON', en: 'to a body that is not JSON' },
    alterations: [{ rawBody: '' }, { rawBody: 'header=1' }, { rawBody: '{"header":{' }],
  },
  {
    name: 'no_object',
    when: { zh: '报文是 JSON 但不是对象', en: 'to JSON that is not an object' },
    alterations: [{ rawBody: '[]' }, { rawBody: '"text"' }, { rawBody: 'null' }],
  },
]

const BODIES: readonly CallScenario[] = (['getToken', 'verify'] as const).flatMap((call) =>
  NOT_JSON.map(({ name, ...facts }) => ({
    ...facts,
    id: `@${call}_130032_${name}` as const,
    source: 'S appendix 130032',
    call,
    code: '130032',
    cause: 'notJson',
    recipe: {
      zh: '发送不是 JSON 对象的报文。',
      en: 'Send a body that is not a JSON object.',
    },
  })),
)

interface FieldRules {
  readonly call: Call
  readonly required: readonly string[]
  readonly missing: CauseId
  /** Malformed values by field. Texts alone: a platform takes a number where a text is meant (protocol.md §4). */
  readonly malformed: Readonly<Record<string, readonly string[]>>
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
    },
    malformedCause: 'imageParameterMalformed',
  },
  {
    call: 'getToken',
    required: ['version', 'msgId', 'timestamp', 'appId', 'sign', 'uuid'],
    missing: 'tokenParameterMissing',
    malformed: {
      version: ['9.9', '1'],
      msgId: ['short', LONG],
      timestamp: ['2026', '2026-01-01 00:00:00'],
      uuid: ['short', LONG],
    },
    malformedCause: 'tokenParameterMalformed',
  },
  {
    call: 'verify',
    required: ['version', 'msgId', 'appId', 'timestamp', 'phoneNum', 'sign'],
    missing: 'verifyParameterInvalid',
    malformed: {
      version: ['9', '1'],
      msgId: ['short', LONG],
      timestamp: ['2026', '2026-01-01 00:00:00'],
    },
    malformedCause: 'verifyParameterInvalid',
  },
]

const toSnakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const MISSING: readonly CallScenario[] = RULES.flatMap(({ call, required, missing }) =>
  required.map((field) => ({
    id: `@${call}_130010_no_${toSnakeCase(field)}` as const,
    source: 'S appendix 130010',
    call,
    code: '130010',
    cause: missing,
    when: { zh: `缺少 ${field} 或其值为空`, en: `when ${field} is missing or empty` },
    recipe: { zh: '漏掉一个必填字段，或者传空值。', en: 'Omit a required field, or send it empty.' },
    alterations: [{ fields: { [field]: null } }, { fields: { [field]: '' } }],
  })),
)

/** Shows the values as in the message. */
function describeMalformed(field: string, values: readonly string[]): Localized {
  const shown = values.map((value) => `\`${JSON.stringify(value)}\``)
  return {
    zh: `让 \`${field}\` 为 ${shown.join(' 或 ')}。`,
    en: `Send ${shown.join(' or ')} as \`${field}\`.`,
  }
}

const MALFORMED: readonly CallScenario[] = RULES.flatMap(({ call, malformed, malformedCause }) =>
  Object.entries(malformed).map(([field, values]) => ({
    id: `@${call}_130030_${toSnakeCase(field)}` as const,
    source: 'S 2.5.1',
    basis: 'inferred' as const,
    call,
    code: '130030',
    cause: malformedCause,
    when: { zh: `${field} 格式不对`, en: `when ${field} is malformed` },
    recipe: describeMalformed(field, values),
    alterations: values.map((value) => ({ fields: { [field]: value } })),
  })),
)

const OTHERS: readonly CallScenario[] = [
  {
    id: '@verify_130010_token_never_issued',
    source: 'S appendix 130010',
    call: 'verify',
    code: '130010',
    cause: 'tokenNeverIssued',
    when: { zh: '没有取到 token 和 userInformation 就去校验', en: 'without token and userInformation' },
    recipe: {
      zh: '获取 token 失败之后仍去校验：token 和 userInformation 都是空的。',
      en: 'Verify although getToken failed, so that token and userInformation are empty.',
    },
    alterations: [{ fields: { token: '', userInformation: '' } }, { fields: { token: null, userInformation: null } }],
  },
  {
    id: '@getMobile_130030_open_type',
    source: 'S 2.5.1',
    basis: 'inferred',
    call: 'getMobile',
    code: '130030',
    cause: 'openTypeWrong',
    when: { zh: 'openType 既不是 0 也不是 1', en: 'when openType is neither 0 nor 1' },
    recipe: { zh: 'openType 传 0 和 1 以外的值。', en: 'Send an openType other than 0 and 1.' },
    alterations: [{ fields: { openType: '2' } }, { fields: { openType: 'true' } }],
  },
]

export const FIELD_SCENARIOS: readonly CallScenario[] = [...BODIES, ...MISSING, ...MALFORMED, ...OTHERS]
