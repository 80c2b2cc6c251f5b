// What is registered for an app, and which clients may use the HTTPS edition (protocol.md §9). The codes are known from
// vendors' tables; which cause gives which code is mostly assumed.
import type { CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../../localized'
import type { CallScenario } from '../../call-scenario'

const CALL = { source: 'protocol.md §9', call: 'httpsGetMobile', edition: 'httpsMiniProgram' } as const
const ASSUMED = { ...CALL, basis: 'assumed' } as const

/** 1 January 2025 and 1 January 2100 in Shanghai. */
const PAST = 1_735_660_800_000
const FUTURE = 4_102_416_000_000

interface AppState extends Pick<CallScenario, 'registration' | 'setup'> {
  readonly name: string
  readonly cause: CauseId
  readonly when: Localized
  readonly recipe: Localized
}

/** 110023: "应用没有权益". */
const NOT_ENTITLED: readonly AppState[] = [
  {
    name: 'no_contract',
    cause: 'contractUnbound',
    when: { zh: '没有绑定合同', en: 'without a contract' },
    recipe: { zh: '解除应用的合同绑定。', en: 'Remove the contract of the app.' },
    setup: [{ app: { contract: 'unbound' } }],
  },
  {
    name: 'no_balance',
    cause: 'balanceExhausted',
    when: { zh: '合同余额用完', en: 'when the balance is used up' },
    recipe: {
      zh: '给应用只留一次校验的余额，先完成一次登录把它用掉。',
      en: 'Give the app a balance of one check, and use it for a login.',
    },
    registration: { balance: 1 },
    setup: [{ logins: 1 }],
  },
  {
    name: 'not_yet_in_effect',
    cause: 'configurationPending',
    when: { zh: '配置尚未生效', en: 'before the configuration takes effect' },
    recipe: { zh: '把生效时间改到将来。', en: 'Set the date on which the configuration takes effect to the future.' },
    setup: [{ app: { effectiveAt: FUTURE } }],
  },
  {
    name: 'other_line',
    cause: 'wrongLine',
    when: { zh: '访问的线路不认识该应用', en: 'on a line that does not know the app' },
    recipe: { zh: '让应用只在测试线上。', en: 'Register the app for the test line only.' },
    setup: [{ app: { lines: ['test'] } }],
  },
  {
    name: 'image_edition_only',
    cause: 'capabilityNotGranted',
    when: { zh: '应用只开通了图片版', en: 'when the app has the image edition only' },
    recipe: { zh: '让应用只有图片版。', en: 'Grant the app the image edition only.' },
    setup: [{ app: { editions: ['image'] } }],
  },
]

const APPS: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_110023_no_capability',
    code: '110023',
    cause: 'capabilityNotGranted',
    when: { zh: '没有开通本机号码校验能力', en: 'without the capability for local-number verification' },
    recipe: { zh: '收回应用的本机号码校验能力。', en: 'Remove the capability of the app.' },
    setup: [{ app: { capability: false } }],
  },
  {
    ...ASSUMED,
    id: '@httpsGetMobile_110023_unknown_app',
    code: '110023',
    cause: 'appIdUnknown',
    when: { zh: 'appId 不存在', en: 'for an appId that does not exist' },
    recipe: { zh: '发送一个没有报备过的 appId。', en: 'Send an appId that is not registered.' },
    alterations: [{ fields: { appId: '999999999999' } }],
  },
  ...NOT_ENTITLED.map(
    ({ name, ...state }): CallScenario => ({
      ...ASSUMED,
      ...state,
      id: `@httpsGetMobile_110023_${name}`,
      code: '110023',
    }),
  ),
  {
    ...CALL,
    id: '@httpsGetMobile_110025_expired',
    code: '110025',
    cause: 'capabilityOffline',
    when: { zh: '超过权益的下线时间', en: 'after the offline date' },
    recipe: { zh: '把下线时间改到过去。', en: 'Set the offline date to the past.' },
    setup: [{ app: { expiresAt: PAST } }],
  },
]

const CLIENTS: readonly CallScenario[] = [
  {
    ...CALL,
    id: '@httpsGetMobile_110029_other_mini_program',
    code: '110029',
    cause: 'wxappidMismatch',
    when: { zh: '小程序 appid 不是报备的那个', en: 'to a mini-program that is not registered' },
    recipe: { zh: '发送一个没有报备的 wxappid。', en: 'Send a wxappid that is not registered.' },
    alterations: [{ fields: { wxappid: 'wx0000000000000000' } }],
  },
  {
    ...ASSUMED,
    id: '@httpsGetMobile_170001_mini_program_not_granted',
    code: '170001',
    cause: 'accessScenarioWrong',
    when: { zh: '“接入场景类型”没有选小程序', en: 'to a mini-program when the app is registered for H5 only' },
    recipe: { zh: '把应用的“接入场景类型”改成只有 H5。', en: "Set the app's access scenario to H5 only." },
    setup: [{ app: { scenarios: ['h5'] } }],
  },
  {
    ...ASSUMED,
    id: '@httpsGetMobile_110026_other_origin',
    edition: 'httpsH5',
    code: '110026',
    cause: 'originNotRegistered',
    when: { zh: '页面的 Origin 没有报备', en: 'to a page whose Origin is not registered' },
    recipe: { zh: '只报备别的页面地址。', en: 'Register other web origins only.' },
    registration: { origins: ['https://shop.example'] },
    alterations: [{ headers: { origin: 'https://other.example' } }],
  },
  {
    ...ASSUMED,
    id: '@httpsGetMobile_170001_other_referer',
    edition: 'httpsH5',
    code: '170001',
    cause: 'h5RefererWrong',
    when: { zh: '页面的 Referer 没有报备', en: 'to a page whose Referer is not registered' },
    recipe: { zh: '带上没有报备的 Referer，或者不带。', en: 'Send a Referer that is not registered, or none.' },
    registration: { origins: ['https://shop.example'] },
    alterations: [{ headers: { referer: 'https://other.example/' } }, { headers: { referer: '' } }],
  },
]

export const HTTPS_APP_SCENARIOS: readonly CallScenario[] = [...APPS, ...CLIENTS]
