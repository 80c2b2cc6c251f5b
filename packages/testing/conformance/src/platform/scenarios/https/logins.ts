// Logins of the HTTPS edition that end in 000 or 001, and the forms that a platform accepts (protocol.md §9).
import type { CallScenario } from '../../call-scenario'

const ANOTHER_NUMBER = '13900139000'
const SOURCE = 'protocol.md §9'
const WHEN = { zh: '一切正常', en: 'when everything is correct' }
const LOGIN = { source: SOURCE, call: 'verify', code: '000', when: WHEN } as const
const TOKEN = {
  source: SOURCE,
  call: 'httpsGetMobile',
  code: '103000',
  when: WHEN,
  edition: 'httpsMiniProgram',
} as const

const OUTCOMES: readonly CallScenario[] = [
  {
    ...LOGIN,
    id: '@https_000_mini_program',
    title: {
      zh: 'HTTPS 版：小程序一次 POST 拿到的 token 能校验通过',
      en: 'HTTPS edition: the token that one POST of a mini-program gives is verified',
    },
    edition: 'httpsMiniProgram',
  },
  {
    ...LOGIN,
    id: '@https_000_h5_page',
    title: {
      zh: 'HTTPS 版：H5 页面拿到的 token 能校验通过',
      en: 'HTTPS edition: the token of an H5 page is verified',
    },
    edition: 'httpsH5',
    registration: { origins: ['https://shop.example'] },
  },
  {
    ...LOGIN,
    id: '@https_001_other_number',
    code: '001',
    cause: 'numberMistyped',
    title: {
      zh: 'HTTPS 版：别的号码不是本机号码',
      en: "HTTPS edition: another number is not the SIM's number",
    },
    edition: 'httpsMiniProgram',
    alterations: [{ typed: ANOTHER_NUMBER }],
  },
  {
    ...LOGIN,
    id: '@https_000_within_two_minutes',
    basis: 'assumed',
    title: { zh: 'HTTPS 版：118 秒的 token 仍然有效', en: 'HTTPS edition: a token is valid after 118 s' },
    edition: 'httpsMiniProgram',
    setup: [{ clock: { advanceMs: 118_000 } }],
  },
  {
    ...LOGIN,
    id: '@testLine_000_https_number_of_phone_num',
    basis: 'assumed',
    title: {
      zh: 'HTTPS 版：测试线上 phoneNum 里的号码就是本机号码',
      en: "HTTPS edition: on the test line, the number in phoneNum is the SIM's number",
    },
    edition: 'httpsMiniProgram',
    line: 'test',
  },
]

const FORMS: readonly CallScenario[] = [
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_upper_case_md5',
    title: {
      zh: 'HTTPS 版接受大写的 MD5 签名',
      en: 'The HTTPS edition accepts an MD5 in upper case',
    },
    alterations: [{ md5: 'upperCase' }],
  },
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_any_content_type',
    title: {
      zh: 'HTTPS 版接受任何 content-type',
      en: 'The HTTPS edition accepts any content type',
    },
    alterations: [
      'text/plain;charset=UTF-8',
      'application/json;charset=utf-8',
      'application/x-www-form-urlencoded',
    ].map((type) => ({ headers: { 'content-type': type } })),
  },
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_no_content_type',
    title: {
      zh: 'HTTPS 版接受没有 content-type 的 H5 请求',
      en: 'The HTTPS edition accepts the request of an H5 page that sets no content type',
    },
    edition: 'httpsH5',
    registration: {},
  },
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_more_expand_params',
    basis: 'inferred',
    title: {
      zh: 'HTTPS 版接受 expandParams 里业务方自己的参数',
      en: "The HTTPS edition accepts the caller's own pairs in expandParams",
    },
    // Not on the test line, where the number would be missing.
    registration: {},
    alterations: [{ fields: { expandParams: 'callType=6006|k=v' } }],
  },
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_beside_wifi',
    source: 'protocol.md §8',
    title: {
      zh: 'HTTPS 版：连着 Wi-Fi 的安卓手机走蜂窝网络发出请求时可以取号',
      en: 'HTTPS edition: number retrieval works if an Android phone sends the request over cellular beside Wi-Fi',
    },
    handset: { network: 'wifi', mobileData: true },
    // Stands for the phone's modem.
    alterations: [{ headers: { 'x-simulator-bearer': 'cellular' } }],
  },
  {
    ...TOKEN,
    id: '@httpsGetMobile_103000_timestamp_two_minutes_off',
    basis: 'assumed',
    title: {
      zh: 'HTTPS 版：两分钟以内的时间差仍算有效',
      en: 'HTTPS edition: a timestamp that is two minutes off counts',
    },
    setup: [{ clock: { advanceMs: 120_000 } }],
  },
]

export const HTTPS_LOGIN_SCENARIOS: readonly CallScenario[] = [...OUTCOMES, ...FORMS]
