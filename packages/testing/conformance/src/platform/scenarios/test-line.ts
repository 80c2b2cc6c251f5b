// The test line, where number retrieval is simulated (protocol.md §6).
import type { CallScenario } from '../call-scenario'
import { IMAGE_PARAMS } from '../fixture'

const TEST_LINE = { source: 'S appendix 500', call: 'getMobile', line: 'test' } as const

export const TEST_LINE_SCENARIOS: readonly CallScenario[] = [
  {
    ...TEST_LINE,
    id: '@testLine_130010_without_phone_num',
    basis: 'inferred',
    code: '130010',
    cause: 'testPhoneNumMissing',
    when: { zh: '测试线的 expandParams 里没有给出号码', en: 'on the test line when phoneNum is empty' },
    recipe: { zh: '连测试线时 phoneNum 留空。', en: 'On the test line, leave phoneNum empty.' },
    alterations: [{ fields: { expandParams: IMAGE_PARAMS.test('') } }],
  },
  {
    ...TEST_LINE,
    id: '@testLine_130010_production_page',
    source: 'S appendix 130010',
    code: '130010',
    cause: 'wrongLine',
    when: { zh: '现网的页面访问了测试线', en: 'on the test line to a production page' },
    recipe: {
      zh: '把现网的取号请求（没有 phoneNum）发到测试线。',
      en: 'Send an image request of the production line, which has no phoneNum, to the test line.',
    },
    alterations: [{ fields: { expandParams: IMAGE_PARAMS.production('') } }],
  },
  {
    ...TEST_LINE,
    id: '@testLine_130030_open_type',
    source: 'S 2.5.1',
    basis: 'inferred',
    code: '130030',
    cause: 'openTypeWrong',
    when: { zh: '测试线上 openType 不是 1', en: 'on the test line when openType is not 1' },
    recipe: { zh: '连测试线时 openType 传 0。', en: 'On the test line, send openType 0.' },
    alterations: [{ fields: { openType: '0' } }],
  },
  {
    ...TEST_LINE,
    id: '@testLine_130030_phone_num',
    basis: 'inferred',
    code: '130030',
    cause: 'imageParameterMalformed',
    when: { zh: '测试线上 phoneNum 不是手机号', en: 'on the test line when phoneNum is not a number' },
    recipe: {
      zh: '连测试线时 phoneNum 传一个不是号码的值。',
      en: 'On the test line, send a phoneNum that is not a number.',
    },
    alterations: [{ fields: { expandParams: IMAGE_PARAMS.test('1234') } }],
  },
  {
    ...TEST_LINE,
    id: '@testLine_000_number_of_phone_num',
    source: 'S 2.4',
    call: 'verify',
    code: '000',
    title: {
      zh: '测试线上 phoneNum 里的号码就是本机号码',
      en: "On the test line, the number in phoneNum is the SIM's number",
    },
    when: { zh: '测试线', en: 'on the test line' },
  },
  {
    id: '@testLine_120020_token_of_the_test_line',
    source: 'protocol.md §6',
    call: 'verify',
    code: '120020',
    cause: 'tokenUnknown',
    when: { zh: '测试线的 token 拿到现网校验', en: 'on the production line to a token of the test line' },
    recipe: {
      zh: '在测试线取 token，到现网校验。',
      en: 'Get a token on the test line, and verify it on the production line.',
    },
    line: 'test',
    alterations: [{ line: 'production' }],
  },
]
