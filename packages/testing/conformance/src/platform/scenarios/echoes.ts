// Answers repeat the ids of their request: without them an answer proves nothing (protocol.md §4 and §5).
import { assertEqual } from '../../assertions'
import type { Alteration } from '../alteration'
import type { FlowScenario } from '../flow-scenario'
import { Login } from '../login'
import { assertCode, callSuccessfully } from '../scenario'

const SERVER_MSG_ID = '0123456789abcdef0123456789ABCDEF'
const ANOTHER_NUMBER = '13900139000'

interface Echo {
  readonly call: 'getToken' | 'verify'
  readonly code: string
  readonly alteration?: Alteration
}

const ECHOES: readonly Echo[] = [
  { call: 'getToken', code: '000000' },
  { call: 'getToken', code: '130018', alteration: { sign: 'foreignKey' } },
  { call: 'verify', code: '000' },
  { call: 'verify', code: '001', alteration: { typed: ANOTHER_NUMBER } },
  { call: 'verify', code: '110028', alteration: { fields: { appId: '999999999999' } } },
  { call: 'verify', code: '120020', alteration: { fields: { token: 'C'.repeat(48) } } },
  { call: 'verify', code: '130010', alteration: { fields: { sign: null } } },
  { call: 'verify', code: '130016', alteration: { phoneNum: 'foreignKey' } },
  { call: 'verify', code: '130018', alteration: { sign: 'foreignKey' } },
  { call: 'verify', code: '130030', alteration: { fields: { timestamp: '2026' } } },
  { call: 'verify', code: '999999', alteration: { phoneNum: 'otherAppKey' } },
]

const NAMES = { getToken: { zh: '获取 token', en: 'token call' }, verify: { zh: '校验', en: 'verification' } } as const

export const ECHO_SCENARIOS: readonly FlowScenario[] = ECHOES.map(({ call, code, alteration = {} }) => ({
  id: `@${call}_${code}_echoes_ids`,
  title: {
    zh: `${NAMES[call].zh}返回 ${code} 时带回请求的 msgId 和 appId`,
    en: `The ${NAMES[call].en} echoes msgId and appId when it answers ${code}`,
  },
  source: call === 'verify' ? 'protocol.md §5' : 'protocol.md §4',
  // The sources show whole answers for 000 and 001 only.
  ...(['000', '001'].includes(code) ? {} : { basis: 'inferred' as const }),
  call,
  code,
  async runOn(fixture) {
    const login = new Login(fixture, 'miniProgram')
    await callSuccessfully(login, 'getMobile')
    if (call === 'verify') await callSuccessfully(login, 'getToken')
    const fields = { ...(call === 'verify' ? { msgId: SERVER_MSG_ID } : {}), ...alteration.fields }
    const answer = await login.call(call, { ...alteration, fields })
    assertCode(answer, call, code)
    const { appId, msgId } = { ...login.ids, ...fields }
    assertEqual([answer.header.appId, answer.header.msgId], [appId, msgId], 'appId and msgId of the answer')
  },
}))
