// Logins that end in 000 or 001, and the forms of fields that a platform accepts.
import type { Localized } from '../../localized'
import type { CallScenario } from '../call-scenario'

const ANOTHER_NUMBER = '13900139000'
const WHEN: Localized = { zh: '一切正常', en: 'when everything is correct' }
const LOGIN = { call: 'verify', code: '000', when: WHEN } as const

const OUTCOMES: readonly CallScenario[] = [
  {
    ...LOGIN,
    id: '@login_000_own_number',
    source: 'protocol.md §5',
    title: { zh: '本机号码校验通过', en: "The SIM's number is verified" },
    recipe: { zh: '输入手机卡自己的号码。', en: "Type the SIM's own number." },
  },
  {
    id: '@login_001_other_number',
    source: 'protocol.md §5',
    call: 'verify',
    code: '001',
    cause: 'numberMistyped',
    title: { zh: '别的号码不是本机号码', en: "Another number is not the SIM's number" },
    when: WHEN,
    recipe: { zh: '输入另一个号码。', en: 'Type another number.' },
    alterations: [{ typed: ANOTHER_NUMBER }],
  },
  {
    id: '@login_001_data_on_other_sim',
    source: 'protocol.md §5',
    basis: 'inferred',
    call: 'verify',
    code: '001',
    cause: 'dataOnOtherSim',
    title: {
      zh: '手机里有两张卡时，不上网的那张的号码不是本机号码',
      en: 'In a phone with two SIMs, only the number of the SIM with mobile data is verified',
    },
    when: WHEN,
    recipe: {
      zh: '把手机的号码换成上网那张卡的，输入另一张卡的号码。',
      en: "Give the handset the number of the SIM with mobile data, and type the other SIM's number.",
    },
    handset: { msisdn: '13700137001' },
    alterations: [{ typed: '13800138000' }],
  },
  {
    ...LOGIN,
    id: '@login_000_h5_page',
    source: 'protocol.md §3',
    title: { zh: 'H5 页面带上 referer 也能登录', en: 'An H5 page that sends its referer can log in' },
    edition: 'h5',
    registration: { scenarios: ['h5'] },
  },
  {
    ...LOGIN,
    id: '@token_000_within_its_minute',
    source: 'S appendix 120020',
    title: { zh: '58 秒的 token 仍然有效', en: 'A token is valid after 58 s' },
    setup: [{ clock: { advanceMs: 58_000 } }],
  },
  {
    id: '@verify_121011_by_the_sim',
    source: 'S 1.2 step 14',
    basis: 'inferred',
    call: 'verify',
    code: '121011',
    cause: 'dailyLimitReached',
    when: {
      zh: '手机卡的号码当天次数用完、输入的是别的号码',
      en: "when the SIM's number has no checks left today, and another number is typed",
    },
    registration: { dailyLimit: 1 },
    setup: [{ logins: 1 }],
    alterations: [{ typed: ANOTHER_NUMBER }],
  },
]

const IMAGE = { call: 'getMobile', code: '000000', when: WHEN } as const
const TOKEN = { call: 'getToken', code: '000000', when: WHEN } as const

const FORMS: readonly CallScenario[] = [
  {
    ...IMAGE,
    id: '@getMobile_000000_piece_that_is_no_pair',
    source: 'protocol.md §3',
    title: {
      zh: 'expandParams 里多出的“|undefined”不妨碍取号',
      en: 'A part of expandParams that is not a pair is ignored',
    },
    // Not on the test line, where the number would be missing.
    registration: {},
    alterations: [{ fields: { expandParams: 'callType=6005|undefined' } }],
  },
  {
    ...TOKEN,
    id: '@getToken_000000_expand_params_raw',
    source: 'protocol.md §4',
    title: { zh: '获取 token 时接受未编码的 expandParams', en: 'The token call accepts expandParams unencoded' },
    alterations: [{ fields: { expandParams: 'callType=6006|k=v' } }, { fields: { expandParams: '' } }],
  },
  {
    ...TOKEN,
    id: '@getToken_000000_expand_params_encoded',
    source: 'protocol.md §4',
    title: { zh: '获取 token 时接受编码过的 expandParams', en: 'The token call accepts expandParams percent-encoded' },
    alterations: [{ fields: { expandParams: 'callType%3D6006%7Ck%3Dv' } }],
  },
]

export const LOGIN_SCENARIOS: readonly CallScenario[] = [...OUTCOMES, ...FORMS]
