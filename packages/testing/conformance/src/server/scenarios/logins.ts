// Whole logins: what is signed holds, what is encrypted opens, and a yes is a yes of this SIM only.
import { TRACE_HEADER } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { Login, newId } from '../login'
import { mustBe, otherNumber, outcomeOf } from '../outcome'
import { mustRefuse } from '../refusals'
import { loginScenario, newLogin, watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

const MORE_THAN_A_NUMBER = ['1380013800a', '12345678901', '13800138000\n0']

export const loginScenarios: ServerScenarios = [
  loginScenario(
    {
      id: '@server_signature_holds',
      title: { zh: '平台用客户公钥验签通过', en: 'the platform grants a token for the signature' },
      source: 'S 5-6',
    },
    async (subject) => {
      await newLogin(subject)
    },
  ),
  loginScenario(
    {
      id: '@server_verified',
      title: { zh: '本机号码得到 verified', en: "the SIM's own number is verified" },
      source: 'protocol.md §5',
    },
    async (subject) => {
      const login = await newLogin(subject)
      mustBe('verified', await login.verify())
    },
  ),
  loginScenario(
    {
      id: '@server_not_this_number',
      title: { zh: '非本机号码得到 notThisNumber', en: 'another number is notThisNumber, and never verified' },
      source: 'protocol.md §5',
    },
    async (subject) => {
      const login = await newLogin(subject)
      mustBe('notThisNumber', await login.verify({ phone: otherNumber(login.phone.msisdn) }))
    },
  ),
  loginScenario(
    {
      id: '@server_foreign_token',
      title: { zh: '平台不认的 token 得到 staleToken', en: 'a token that the platform refuses gives staleToken' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject) => {
      const login = await newLogin(subject)
      mustBe('staleToken', await login.verify({ token: newId() }))
      const another = await newLogin(subject)
      mustBe('staleToken', await another.verify({ userInformation: 'b3RoZXI%3D' }))
    },
  ),
  loginScenario(
    {
      id: '@server_ticket',
      title: { zh: '只有 verified 才有 ticket', en: 'a ticket comes with verified only' },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const right = await newLogin(subject)
      must(typeof outcomeOf(await right.verify()).ticket === 'string', 'verified must come with a ticket')
      const wrong = await newLogin(subject)
      const { ticket } = outcomeOf(await wrong.verify({ phone: otherNumber(wrong.phone.msisdn) }))
      must(ticket === undefined, 'notThisNumber must not come with a ticket')
      const refused = await newLogin(subject)
      must(
        outcomeOf(await refused.verify({ token: newId() })).ticket === undefined,
        'staleToken must not come with a ticket',
      )
    },
  ),
  loginScenario(
    {
      id: '@server_login_trace',
      title: { zh: '校验应答沿用签名时的 traceId', en: 'verify answers under the trace id of its sign' },
      source: 'docs/en/backend.md "The two endpoints"',
    },
    async (subject) => {
      const traceId = newId()
      const login = await new Login(subject, await subject.newPhone()).begin({ [TRACE_HEADER]: traceId })
      mustEqual(outcomeOf(await login.verify()).traceId, traceId, "the verify answer's traceId")
    },
  ),
  watchedScenario(
    {
      id: '@server_phone_shape',
      title: {
        zh: '不是手机号的输入被拒绝，不调用平台',
        en: 'what is no mobile number is refused, and nobody is asked',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      for (const phone of ['', '1380013800', '23800138000', '13800138000138', ...MORE_THAN_A_NUMBER]) {
        mustRefuse(await login.verify({ phone }), 'what is no mobile number')
      }
      mustEqual(relay.calls.length, 0, 'the number of calls to the platform')
      // A server may trim what was typed, but then it asks about the number alone.
      const trimmed = await login.verify({ phone: `${login.phone.msisdn}\n` })
      if (trimmed.status === 200) mustBe('verified', trimmed)
    },
  ),
  loginScenario(
    {
      id: '@server_phone_keeps_attempt',
      title: {
        zh: '号码格式不对不消耗 attemptId，改正后可以校验',
        en: 'what is no mobile number spends no attempt: typed right, it is verified',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      mustRefuse(await login.verify({ phone: '1380013800' }), 'what is no mobile number')
      mustBe('verified', await login.verify())
    },
  ),
]
