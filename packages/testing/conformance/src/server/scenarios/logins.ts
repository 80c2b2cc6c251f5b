// Whole logins: signatures and ciphertexts are accepted, and only the SIM's number is verified.
import { TRACE_HEADER } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { createId, Login } from '../login'
import { assertOutcome, createOtherNumber, readOutcome } from '../outcome'
import { assertRefused } from '../refusals'
import { createLoginScenario, createRelayScenario, startLogin } from '../scenario'
import type { ServerScenarios } from './types'

const SIMILAR_TO_NUMBERS = ['1380013800a', '12345678901', '13800138000\n0']

export const loginScenarios: ServerScenarios = [
  createLoginScenario(
    {
      id: '@server_signature_holds',
      title: { zh: '平台用客户公钥验签通过', en: 'the platform grants a token for the signature' },
      source: 'S 5-6',
    },
    async (subject) => {
      await startLogin(subject)
    },
  ),
  createLoginScenario(
    {
      id: '@server_verified',
      title: { zh: '本机号码得到 verified', en: "the SIM's number gives verified" },
      source: 'protocol.md §5',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertOutcome('verified', await login.verify())
    },
  ),
  createLoginScenario(
    {
      id: '@server_not_this_number',
      title: { zh: '非本机号码得到 notThisNumber', en: 'another number gives notThisNumber' },
      source: 'protocol.md §5',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertOutcome('notThisNumber', await login.verify({ phone: createOtherNumber(login.phone.msisdn) }))
    },
  ),
  createLoginScenario(
    {
      id: '@server_foreign_token',
      title: { zh: '平台不认的 token 得到 staleToken', en: 'a token that the platform refuses gives staleToken' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertOutcome('staleToken', await login.verify({ token: createId() }))
      const another = await startLogin(subject)
      assertOutcome('staleToken', await another.verify({ userInformation: 'b3RoZXI%3D' }))
    },
  ),
  createLoginScenario(
    {
      id: '@server_ticket',
      title: { zh: '只有 verified 才有 ticket', en: 'only verified gives a ticket' },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const correct = await startLogin(subject)
      assert(typeof readOutcome(await correct.verify()).ticket === 'string', 'verified must give a ticket')
      const other = await startLogin(subject)
      const { ticket } = readOutcome(await other.verify({ phone: createOtherNumber(other.phone.msisdn) }))
      assert(ticket === undefined, 'notThisNumber must not give a ticket')
      const stale = await startLogin(subject)
      assert(
        readOutcome(await stale.verify({ token: createId() })).ticket === undefined,
        'staleToken must not give a ticket',
      )
    },
  ),
  createLoginScenario(
    {
      id: '@server_login_trace',
      title: { zh: '校验应答沿用签名时的 traceId', en: 'answers of verify have the trace id of their sign request' },
      source: 'docs/en/backend.md "The endpoints"',
    },
    async (subject) => {
      const traceId = createId()
      const login = await new Login(subject, await subject.addPhone()).begin({ [TRACE_HEADER]: traceId })
      assertEqual(readOutcome(await login.verify()).traceId, traceId, "the verify answer's traceId")
    },
  ),
  createRelayScenario(
    {
      id: '@server_phone_shape',
      title: {
        zh: '不是手机号的输入被拒绝，不调用平台',
        en: 'text that is not a mobile number is refused without calling the platform',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      for (const phone of ['', '1380013800', '23800138000', '13800138000138', ...SIMILAR_TO_NUMBERS]) {
        assertRefused(await login.verify({ phone }), 'text that is not a mobile number')
      }
      assertEqual(relay.calls.length, 0, 'the number of calls to the platform')
      // A server may trim the text, but then it must verify the number without whitespace.
      const trimmed = await login.verify({ phone: `${login.phone.msisdn}\n` })
      if (trimmed.status === 200) assertOutcome('verified', trimmed)
    },
  ),
  createLoginScenario(
    {
      id: '@server_phone_keeps_attempt',
      title: {
        zh: '号码格式不对不消耗 attemptId，改正后可以校验',
        en: 'text that is not a mobile number does not use up the attempt',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertRefused(await login.verify({ phone: '1380013800' }), 'text that is not a mobile number')
      assertOutcome('verified', await login.verify())
    },
  ),
]
