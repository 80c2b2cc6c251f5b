// Which request an answer is to: without its ids nobody may believe it (protocol.md §4 and §5).
import type { Call } from '@local-number/protocol/return-codes'
import { mustEqual } from '../../must'
import type { Bend } from '../bend'
import { Login } from '../login'
import { mustAnswer, succeed } from '../row'
import type { Story } from '../story'

const SERVER_MSG_ID = '0123456789abcdef0123456789ABCDEF'
const ANOTHER_NUMBER = '13900139000'

interface Echo {
  readonly call: Exclude<Call, 'getMobile'>
  readonly code: string
  readonly bend?: Bend
}

const ECHOES: readonly Echo[] = [
  { call: 'getToken', code: '000000' },
  { call: 'getToken', code: '130018', bend: { sign: 'foreignKey' } },
  { call: 'verify', code: '000' },
  { call: 'verify', code: '001', bend: { typed: ANOTHER_NUMBER } },
  { call: 'verify', code: '110028', bend: { fields: { appId: '999999999999' } } },
  { call: 'verify', code: '120020', bend: { fields: { token: 'C'.repeat(48) } } },
  { call: 'verify', code: '130010', bend: { fields: { sign: null } } },
  { call: 'verify', code: '130016', bend: { phoneNum: 'foreignKey' } },
  { call: 'verify', code: '130018', bend: { sign: 'foreignKey' } },
  { call: 'verify', code: '130030', bend: { fields: { timestamp: '2026' } } },
  { call: 'verify', code: '999999', bend: { phoneNum: 'otherAppKey' } },
]

const NAMES = { getToken: { zh: '获取 token', en: 'token call' }, verify: { zh: '校验', en: 'verification' } } as const

export const ECHO_STORIES: readonly Story[] = ECHOES.map(({ call, code, bend = {} }) => ({
  id: `@${call}_${code}_echoes_ids`,
  title: {
    zh: `${NAMES[call].zh}返回 ${code} 时带回请求的 msgId 和 appId`,
    en: `The ${NAMES[call].en} echoes msgId and appId with ${code}`,
  },
  source: call === 'verify' ? 'protocol.md §5' : 'protocol.md §4',
  // Its sources show the answer of a check that was made, and only the code of a token call.
  ...(['000', '001'].includes(code) ? {} : { basis: 'inferred' as const }),
  call,
  code,
  async play(stage) {
    const login = new Login(stage, 'miniProgram')
    await succeed(login, 'getMobile')
    if (call === 'verify') await succeed(login, 'getToken')
    const fields = { ...(call === 'verify' ? { msgId: SERVER_MSG_ID } : {}), ...bend.fields }
    const answer = await login.call(call, { ...bend, fields })
    mustAnswer(answer, call, code)
    const { appId, msgId } = { ...login.ids, ...fields }
    mustEqual([answer.header.appId, answer.header.msgId], [appId, msgId], 'appId and msgId of the answer')
  },
}))
