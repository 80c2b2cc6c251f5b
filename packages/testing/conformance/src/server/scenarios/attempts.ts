// An attempt serves one request, which may be repeated, and calls the platform once: calls are counted and billed.
import { parseJson } from '@local-number/service-kit'
import { assertEqual } from '../../assertions'
import { isObject } from '../../http'
import { createId, Login } from '../login'
import { assertOutcome, createOtherNumber, type OutcomeAnswer, readOutcome } from '../outcome'
import { assertRefused } from '../refusals'
import { echoCode, type RelayFault } from '../relay'
import { createLoginScenario, createRelayScenario, startLogin } from '../scenario'
import type { ServerScenarios } from './types'

const CONCURRENT_CALLS = 20

/** Failures after which a server might retry. */
const FAILURES: readonly RelayFault[] = [
  { answer: () => 'busy', status: 503 },
  { connection: 'closed' },
  { answer: () => '{"header":' },
  { answer: (call) => echoCode(call, '999999') },
  { answer: () => '<html></html>', status: 502, type: 'text/html' },
]

/** Endings after which a server might return the attempt. */
const UNSUCCESSFUL: readonly RelayFault[] = [
  { connection: 'closed' },
  { answer: (call) => echoCode(call, '001') },
  { answer: (call) => echoCode(call, '120020') },
]

export const attemptScenarios: ServerScenarios = [
  createLoginScenario(
    {
      id: '@server_attempt_once',
      title: {
        zh: '一个 attemptId 只能用于一个请求：换号码或 token 再用会被拒绝',
        en: 'an attemptId serves one request: with another number or token it is refused',
      },
      source: 'docs/en/business-api.md "Repeating a request"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertOutcome('verified', await login.verify())
      for (const change of listOtherRequests(login)) {
        assertRefused(await login.verify(change), 'another request with a used attemptId')
      }
    },
  ),
  createLoginScenario(
    {
      id: '@server_attempt_repeated',
      title: {
        zh: '同一请求重发，得到同一答复，票据的 jti 不变',
        en: 'the same request again gets the same answer, with a ticket of the same id',
      },
      source: 'docs/en/business-api.md "Repeating a request"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      const first = readOutcome(await login.verify())
      const second = readOutcome(await login.verify())
      assertEqual(withTicketId(second), withTicketId(first), 'the answer to a repeated request')
    },
  ),
  createRelayScenario(
    {
      id: '@server_attempt_once_asked',
      title: { zh: '用过的 attemptId 不再调用平台', en: 'a used attemptId does not call the platform again' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      for (const change of [{}, {}, ...listOtherRequests(login)]) await login.verify(change)
      assertEqual(relay.calls.length, 1, 'the number of calls to the platform of one attempt')
    },
  ),
  createRelayScenario(
    {
      id: '@server_attempt_concurrent',
      title: {
        zh: '二十个并发的相同请求只调用平台一次，答复全部相同',
        en: 'of 20 concurrent identical verify requests, one reaches the platform, and all get its answer',
      },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      const answers = await Promise.all(Array.from({ length: CONCURRENT_CALLS }, () => login.verify()))
      assertEqual(relay.calls.length, 1, 'the number of calls to the platform')
      const different = new Set(answers.map((answer) => JSON.stringify(withTicketId(readOutcome(answer)))))
      assertEqual(different.size, 1, 'the number of different answers')
    },
  ),
  createRelayScenario(
    {
      id: '@server_attempt_spent_by_failure',
      title: {
        zh: '平台未给出结果或答「非本机号码」后，重发得到同一答复，其他请求被拒绝',
        en: 'after a verify without a result, or with notThisNumber, a repeat gets the same, and another request nothing',
      },
      source: 'docs/en/business-api.md "Repeating a request"',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      for (const fault of UNSUCCESSFUL) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.setFault(fault)
        const { outcome } = readOutcome(await login.verify())
        relay.reset()
        assertEqual(readOutcome(await login.verify()).outcome, outcome, 'the outcome of a repeated request')
        for (const change of listOtherRequests(login)) {
          assertRefused(await login.verify(change), 'another request, after a verify that was not successful')
        }
        assertEqual(relay.calls.length, 0, 'the number of calls to the platform afterwards')
      }
    },
  ),
  createRelayScenario(
    {
      id: '@server_no_retry',
      title: {
        zh: '服务端不自行重试校验请求',
        en: 'the server does not retry verify calls',
      },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      for (const fault of FAILURES) {
        relay.reset()
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.setFault(fault)
        await login.verify()
        assertEqual(relay.calls.length, 1, 'the number of calls to the platform')
      }
      relay.reset()
      assertOutcome('verified', await (await new Login(subject, phone).begin()).verify())
    },
  ),
]

/** What an attacker, or a page with a fault, might send after the first request. */
function listOtherRequests({ phone }: Login) {
  return [{ phone: createOtherNumber(phone.msisdn) }, { token: createId() }]
}

/** A ticket that is issued again differs in its times, and keeps its id. */
function withTicketId({ ticket, ...answer }: OutcomeAnswer) {
  return { ...answer, ticketId: typeof ticket === 'string' ? (readClaims(ticket).jti ?? ticket) : null }
}

function readClaims(ticket: string): Readonly<Record<string, unknown>> {
  const claims = parseJson(Buffer.from(ticket.split('.')[1] ?? '', 'base64url').toString())
  return isObject(claims) ? claims : {}
}
