// What a code counts for: one session, one number, one visitor, once, and for a while.
import { assert, assertEqual } from '../../../assertions'
import { createMsisdn } from '../../../platform/random-values'
import { createId } from '../../login'
import { createResendScenario, createSmsScenario } from '../../scenario'
import { createBinding, createWrongCode, SmsLogin } from '../../sms-login'
import {
  assertNotVerified,
  assertSmsOutcome,
  MOST_REPEAT_MS,
  MOST_VALID_MS,
  type SmsOutcomeAnswer,
} from '../../sms-outcome'
import { parseTicket } from '../../ticket'
import type { ServerScenarios } from '../types'

const GUIDE = 'docs/en/backend.md "Codes and guesses"'
const REPEATING = 'docs/en/business-api.md "Repeating a request"'

const CONCURRENT_CHECKS = 20

export const smsCodeScenarios: ServerScenarios = [
  createSmsScenario(
    {
      id: '@server_sms_code_of_session',
      title: { zh: '验证码只在索取它的会话里有效', en: 'a code counts only in the session that asked for it' },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      assertNotVerified(await login.check(code, { session: createId() }), 'a right code from another session')
      assertSmsOutcome('verified', await login.check(code), 'the right code')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_code_of_number',
      title: { zh: '验证码只对收到它的号码有效', en: 'a code counts only for the number that it was sent to' },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      assertNotVerified(await login.check(code, { phone: createMsisdn() }), 'a right code with another number')
      assertSmsOutcome('verified', await login.check(code), 'the right code')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_code_of_binding',
      title: {
        zh: '验证码只对索取时的 binding 有效，ticket 里写着它',
        en: 'a code counts only with the binding that it was asked for with, which the ticket contains',
      },
      source: GUIDE,
    },
    async (subject) => {
      const binding = createBinding()
      const login = new SmsLogin(subject, { binding })
      const code = await login.receiveCode()
      assertNotVerified(await login.check(code, { binding: createBinding() }), 'a right code with another binding')
      assertNotVerified(await login.check(code, { binding: undefined }), 'a right code without its binding')
      const { ticket } = assertSmsOutcome('verified', await login.check(code), 'the right code')
      assert(parseTicket(ticket).claims.binding === binding, "a ticket's binding must be that of the request")
      const unbound = new SmsLogin(subject)
      const other = await unbound.receiveCode()
      assertNotVerified(await unbound.check(other, { binding }), 'a code without a binding, with one')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_check_repeated',
      title: {
        zh: '正确的验证码重发，依次或并发，得到同一结果，票据的 jti 不变',
        en: 'a right code again, one by one or at the same time, gets the same outcome with a ticket of the same id',
      },
      source: REPEATING,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      const concurrent = await Promise.all(Array.from({ length: CONCURRENT_CHECKS }, () => login.check(code)))
      const answers = [...concurrent, await login.check(code)].map((answer) =>
        assertSmsOutcome('verified', answer, 'the right code'),
      )
      const ids = new Set(answers.map(readTicketId))
      assert(!ids.has(undefined), 'a ticket must have a jti')
      assertEqual(ids.size, 1, 'the number of different jti of one code')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_code_used',
      title: {
        zh: '用过的验证码：别的猜测、别的 binding 都得到 expiredCode',
        en: 'after a right code, other guesses and other bindings get expiredCode',
      },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      assertSmsOutcome('verified', await login.check(code), 'the right code')
      const answers = [
        await login.check(createWrongCode(code)),
        await login.check(code, { binding: createBinding() }),
        await login.check(code, { session: createId() }),
      ]
      for (const answer of answers) assertSmsOutcome('expiredCode', answer, 'another check after a right code')
    },
  ),
  createResendScenario(
    {
      id: '@server_sms_code_replaced',
      title: { zh: '重发短信之后，只有新的验证码有效', en: 'after another message, only its code counts' },
      source: 'docs/en/business-api.md "Routes"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const first = await login.receiveCode()
      await login.awaitResend()
      const second = await login.receiveCode()
      assertNotVerified(await login.check(first), 'the code of the message before the last')
      assertSmsOutcome('verified', await login.check(second), 'the code of the last message')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_code_expires',
      title: { zh: '验证码五分钟后失效', en: 'a code expires after five minutes' },
      source: GUIDE,
      needs: ['serverClock'],
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      await subject.clock.pass(MOST_VALID_MS)
      assertSmsOutcome('expiredCode', await login.check(code), 'a code of five minutes ago')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_repeat_ends',
      title: { zh: '用过的验证码，120 秒后重发得到 expiredCode', en: 'a used code gets expiredCode after 120 s' },
      source: REPEATING,
      needs: ['serverClock'],
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      assertSmsOutcome('verified', await login.check(code), 'the right code')
      await subject.clock.pass(MOST_REPEAT_MS)
      assertSmsOutcome('expiredCode', await login.check(code), 'a code that was used two minutes ago')
    },
  ),
]

function readTicketId({ ticket }: SmsOutcomeAnswer): unknown {
  return parseTicket(ticket).claims.jti
}
