// What is filed on the open platform, and what all three calls say to it.
import { CALLS, type CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../../texts'
import type { Change, Row } from '../row'

/** 1 January 2025 and 2100 in Shanghai. */
const LONG_AGO = 1_735_660_800_000
const LONG_TIME_AHEAD = 4_102_416_000_000

interface AppState {
  /** The end of the scenario's id. */
  readonly name: string
  readonly code: string
  readonly cause: CauseId
  readonly when: Localized
  readonly recipe: Localized
  readonly given: readonly Change[]
  readonly filed?: Row['filed']
}

const STATES: readonly AppState[] = [
  {
    name: 'no_contract',
    code: '110027',
    cause: 'contractUnbound',
    when: { zh: '没有绑定合同', en: 'without a contract' },
    recipe: { zh: '解除应用的合同绑定。', en: 'Take the contract from the app.' },
    given: [{ app: { contract: 'unbound' } }],
  },
  {
    name: 'no_balance',
    code: '110027',
    cause: 'balanceExhausted',
    when: { zh: '合同余额用完', en: 'once the balance is spent' },
    recipe: {
      zh: '给应用只留一次校验的余额，先完成一次登录把它用掉。',
      en: 'Leave the app a balance of one check, and spend it with a login.',
    },
    filed: { balance: 1 },
    given: [{ logins: 1 }],
  },
  {
    name: 'not_yet_in_effect',
    code: '110027',
    cause: 'configurationPending',
    when: { zh: '配置尚未生效', en: 'before the configuration takes effect' },
    recipe: { zh: '把生效时间改到将来。', en: 'File a date in the future from which the configuration takes effect.' },
    given: [{ app: { effectiveAt: LONG_TIME_AHEAD } }],
  },
  {
    name: 'no_capability',
    code: '110027',
    cause: 'capabilityNotGranted',
    when: { zh: '没有开通本机号码校验能力', en: 'without the capability' },
    recipe: { zh: '收回应用的本机号码校验能力。', en: 'Take the capability from the app.' },
    given: [{ app: { capability: false } }],
  },
  {
    name: 'expired',
    code: '110025',
    cause: 'capabilityOffline',
    when: { zh: '超过权益的下线时间', en: 'after the offline date' },
    recipe: { zh: '把下线时间改到过去。', en: 'File an offline date in the past.' },
    given: [{ app: { expiresAt: LONG_AGO } }],
  },
  {
    name: 'no_keys_yet',
    code: '103605',
    cause: 'configurationPending',
    when: { zh: '还没有报备客户公钥', en: 'while no customer public key is filed' },
    recipe: { zh: '清空报备的客户公钥。', en: 'File no customer public key.' },
    given: [{ app: { customerPublicKeys: [] } }],
  },
  {
    name: 'other_line',
    code: '103605',
    cause: 'wrongLine',
    when: { zh: '访问的线路不认识该应用', en: 'on a line that does not know the app' },
    recipe: {
      zh: '让应用只在测试线上，再去访问现网（或反过来）。',
      en: 'Keep the app on the test line only, and ask the production line (or the other way round).',
    },
    given: [{ app: { lines: ['test'] } }],
  },
]

const EVERY_CALL: readonly Row[] = CALLS.flatMap((call) =>
  STATES.map(({ name, ...state }) => ({
    ...state,
    id: `@${call}_${state.code}_${name}` as const,
    source: `S appendix ${state.code}`,
    call,
  })),
)

const UNKNOWN_APP: readonly Row[] = CALLS.map((call) => ({
  id: `@${call}_110028_unknown_app`,
  source: 'S 2.5.1',
  // There among the codes of the token's callback.
  ...(call === 'getToken' ? {} : { basis: 'inferred' as const }),
  call,
  code: '110028',
  cause: 'appIdUnknown',
  when: { zh: 'appId 不存在', en: 'for an appId that does not exist' },
  recipe: { zh: '发送一个没有登记过的 appId。', en: 'Send an appId that is not filed.' },
  bends: [{ fields: { appId: '999999999999' } }],
}))

const REST: readonly Row[] = [
  {
    id: '@verify_110004_other_address',
    source: 'S appendix 110004',
    call: 'verify',
    code: '110004',
    cause: 'ipNotRegistered',
    when: { zh: '出口 IP 不在白名单', en: 'to an address that is not on the white list' },
    recipe: { zh: '报备一个不是本机的 IP 白名单。', en: 'File a white list without your address.' },
    given: [{ app: { ipWhiteList: ['203.0.113.7'] } }],
  },
  {
    id: '@verify_110004_listed_address_is_let_in',
    source: 'S appendix 110004',
    basis: 'inferred',
    call: 'verify',
    code: '000',
    title: { zh: '白名单里的出口 IP 可以校验', en: 'An address on the white list may verify' },
    when: { zh: '出口 IP 在白名单', en: 'to an address on the white list' },
    filed: { ipWhiteList: ['127.0.0.1', '::1'] },
  },
  {
    id: '@getMobile_110025_on_the_day',
    source: 'S appendix 110025',
    call: 'getMobile',
    code: '110025',
    cause: 'capabilityOffline',
    when: { zh: '下线时间到来', en: 'from the offline date on' },
    recipe: { zh: '把时钟拨到下线时间。', en: 'Move the clock to the offline date.' },
    filed: { expiresAt: LONG_TIME_AHEAD },
    given: [{ clock: { now: LONG_TIME_AHEAD } }],
  },
  {
    id: '@getMobile_000000_in_effect',
    source: 'S appendix 110027',
    basis: 'inferred',
    call: 'getMobile',
    code: '000000',
    title: { zh: '配置到生效时间后可以取号', en: 'A number is taken once the configuration is in effect' },
    when: { zh: '配置生效后', en: 'once the configuration is in effect' },
    filed: { effectiveAt: LONG_TIME_AHEAD },
    given: [{ clock: { now: LONG_TIME_AHEAD } }],
  },
]

export const APP_STATE_ROWS: readonly Row[] = [...EVERY_CALL, ...UNKNOWN_APP, ...REST]
