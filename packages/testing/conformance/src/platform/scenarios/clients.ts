// Which clients may use an app, and how mini-programs differ from H5 pages (S appendix 170001, 111034).
import type { Call } from '@local-number/protocol/return-codes'
import type { CallScenario } from '../call-scenario'

/** Only these calls show the client's edition and its mini-program. */
const PHONE_CALLS: readonly Call[] = ['getMobile', 'getToken']

const CLIENTS: readonly CallScenario[] = PHONE_CALLS.flatMap((call): readonly CallScenario[] => [
  {
    id: `@${call}_170001_mini_program_not_granted`,
    source: 'S appendix 170001',
    call,
    code: '170001',
    cause: 'accessScenarioWrong',
    when: { zh: '“接入场景类型”没有选小程序', en: 'to a mini-program when the app is registered for H5 only' },
    recipe: { zh: '把应用的“接入场景类型”改成只有 H5。', en: "Set the app's access scenario to H5 only." },
    setup: [{ app: { scenarios: ['h5'] } }],
  },
  {
    id: `@${call}_110029_other_mini_program`,
    source: 'protocol.md §7',
    call,
    code: '110029',
    cause: 'wxappidMismatch',
    when: { zh: '小程序 appid 不是报备的那个', en: 'to a mini-program that is not registered' },
    recipe: { zh: '发送一个没有报备的 wxappid。', en: 'Send a wxappid that is not registered.' },
    alterations: [{ fields: { wxappid: 'wx0000000000000000' } }],
  },
])

const PAGES: readonly CallScenario[] = [
  {
    id: '@getMobile_170001_h5_not_granted',
    source: 'S appendix 170001',
    call: 'getMobile',
    code: '170001',
    cause: 'accessScenarioWrong',
    when: {
      zh: '应用只允许小程序、却由 H5 页面取号',
      en: 'to an H5 page when the app is registered for mini-programs only',
    },
    recipe: {
      zh: '把应用的“接入场景类型”改成只有小程序，用 H5 页面取号。',
      en: "Set the app's access scenario to mini-program only, and retrieve the number from an H5 page.",
    },
    edition: 'h5',
    setup: [{ app: { scenarios: ['miniProgram'] } }],
  },
  {
    id: '@getMobile_170001_page_without_referer',
    source: 'protocol.md §7',
    call: 'getMobile',
    code: '170001',
    cause: 'h5RefererWrong',
    when: { zh: 'H5 页面没有带 referer', en: 'to an H5 page that sends no referer' },
    recipe: { zh: '既不带 wxappid，也不带 referer。', en: 'Send neither a wxappid nor a referer.' },
    alterations: [{ fields: { wxappid: null } }],
  },
  {
    id: '@getMobile_111034_referer',
    source: 'S appendix 111034',
    call: 'getMobile',
    code: '111034',
    cause: 'refererFromPc',
    when: { zh: '小程序的图片请求带了 referer', en: 'to a mini-program that sends a referer' },
    recipe: { zh: '小程序的图片请求带上 referer。', en: 'Send a referer together with a wxappid.' },
    alterations: [{ headers: { referer: 'https://servicewechat.com/wx10a00cf000000000/1/page-frame.html' } }],
  },
]

export const CLIENT_SCENARIOS: readonly CallScenario[] = [...CLIENTS, ...PAGES]
