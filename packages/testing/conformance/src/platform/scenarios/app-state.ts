// What is registered on the open platform, and how all three calls react to it.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../localized'
import type { CallScenario } from '../call-scenario'
import type { SetupStep } from '../scenario'

/** The calls of the image edition. */
const CALLS = ['getMobile', 'getToken', 'verify'] as const satisfies readonly Call[]

/** 1 January 2025 in Shanghai. */
const PAST = 1_735_660_800_000
/** 1 January 2100 in Shanghai. */
const FUTURE = 4_102_416_000_000

interface AppState {
  /** The end of the scenario's id. */
  readonly name: string
  readonly code: string
  readonly cause: CauseId
  readonly when: Localized
  readonly recipe: Localized
  readonly setup: readonly SetupStep[]
  readonly registration?: CallScenario['registration']
}

const STATES: readonly AppState[] = [
  {
    name: 'no_contract',
    code: '110027',
    cause: 'contractUnbound',
    when: { zh: '没有绑定合同', en: 'without a contract' },
    recipe: { zh: '解除应用的合同绑定。', en: 'Remove the contract of the app.' },
    setup: [{ app: { contract: 'unbound' } }],
  },
  {
    name: 'no_balance',
    code: '110027',
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
    code: '110027',
    cause: 'configurationPending',
    when: { zh: '配置尚未生效', en: 'before the configuration takes effect' },
    recipe: { zh: '把生效时间改到将来。', en: 'Set the date on which the configuration takes effect to the future.' },
    setup: [{ app: { effectiveAt: FUTURE } }],
  },
  {
    name: 'no_capability',
    code: '110027',
    cause: 'capabilityNotGranted',
    when: { zh: '没有开通本机号码校验能力', en: 'without the capability for local-number verification' },
    recipe: { zh: '收回应用的本机号码校验能力。', en: 'Remove the capability of the app.' },
    setup: [{ app: { capability: false } }],
  },
  {
    name: 'expired',
    code: '110025',
    cause: 'capabilityOffline',
    when: { zh: '超过权益的下线时间', en: 'after the offline date' },
    recipe: { zh: '把下线时间改到过去。', en: 'Set the offline date to the past.' },
    setup: [{ app: { expiresAt: PAST } }],
  },
  {
    name: 'no_keys_yet',
    code: '103605',
    cause: 'configurationPending',
    when: { zh: '还没有报备客户公钥', en: 'before a customer public key is registered' },
    recipe: { zh: '清空报备的客户公钥。', en: 'Remove all customer public keys.' },
    setup: [{ app: { customerPublicKeys: [] } }],
  },
  {
    name: 'other_line',
    code: '103605',
    cause: 'wrongLine',
    when: { zh: '访问的线路不认识该应用', en: 'on a line that does not know the app' },
    recipe: {
      zh: '让应用只在测试线上，再去访问现网（或反过来）。',
      en: 'Register the app for the test line only, and call the production line (or the other way round).',
    },
    setup: [{ app: { lines: ['test'] } }],
  },
]

const EVERY_CALL: readonly CallScenario[] = CALLS.flatMap((call) =>
  STATES.map(({ name, ...state }) => ({
    ...state,
    id: `@${call}_${state.code}_${name}` as const,
    source: `S appendix ${state.code}`,
    call,
  })),
)

const UNKNOWN_APP: readonly CallScenario[] = CALLS.map((call) => ({
  id: `@${call}_110028_unknown_app`,
  source: 'S 2.5.1',
  // There it is one of the codes of getTokenInfo's callback.
  ...(call === 'getToken' ? {} : { basis: 'inferred' as const }),
  call,
  code: '110028',
  cause: 'appIdUnknown',
  when: { zh: 'appId 不存在', en: 'for an appId that does not exist' },
  recipe: { zh: '发送一个没有报备过的 appId。', en: 'Send an appId that is not registered.' },
  alterations: [{ fields: { appId: '999999999999' } }],
}))

const OTHERS: readonly CallScenario[] = [
  {
    id: '@verify_110004_other_address',
    source: 'S appendix 110004',
    call: 'verify',
    code: '110004',
    cause: 'ipNotRegistered',
    when: { zh: '出口 IP 不在白名单', en: 'to an IP address that is not on the white list' },
    recipe: { zh: '报备一个不是本机的 IP 白名单。', en: 'Register an IP white list without your address.' },
    setup: [{ app: { ipWhiteList: ['203.0.113.7'] } }],
  },
  {
    id: '@verify_110004_listed_address_is_let_in',
    source: 'S appendix 110004',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    title: { zh: '白名单里的出口 IP 可以校验', en: 'An IP address on the white list can verify' },
    when: { zh: '出口 IP 在白名单', en: 'to an IP address on the white list' },
    registration: { ipWhiteList: ['127.0.0.1', '::1'] },
  },
  {
    id: '@getMobile_110025_on_the_day',
    source: 'S appendix 110025',
    call: 'getMobile',
    code: '110025',
    cause: 'capabilityOffline',
    when: { zh: '下线时间到来', en: 'from the offline date on' },
    recipe: { zh: '把时钟拨到下线时间。', en: 'Move the clock to the offline date.' },
    registration: { expiresAt: FUTURE },
    setup: [{ clock: { now: FUTURE } }],
  },
  {
    id: '@getMobile_000000_in_effect',
    source: 'S appendix 110027',
    basis: 'inferred',
    call: 'getMobile',
    code: '000000',
    title: {
      zh: '配置到生效时间后可以取号',
      en: 'Number retrieval works from the date on which the configuration takes effect',
    },
    when: { zh: '配置生效后', en: 'when the configuration is in effect' },
    registration: { effectiveAt: FUTURE },
    setup: [{ clock: { now: FUTURE } }],
  },
]

export const APP_STATE_SCENARIOS: readonly CallScenario[] = [...EVERY_CALL, ...UNKNOWN_APP, ...OTHERS]
