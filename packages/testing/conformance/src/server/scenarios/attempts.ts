// An attempt can be used once, and calls the platform once, because calls are counted and billed.
import { assertEqual } from '../../assertions'
import { Login } from '../login'
import { assertOutcome } from '../outcome'
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
      title: { zh: '一个 attemptId 只能用一次', en: 'an attemptId can be used once' },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      assertOutcome('verified', await login.verify())
      assertRefused(await login.verify(), 'a used attemptId')
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
      for (let time = 0; time < 3; time += 1) await login.verify()
      assertEqual(relay.calls.length, 1, 'the number of calls to the platform of one attempt')
    },
  ),
  createRelayScenario(
    {
      id: '@server_attempt_concurrent',
      title: { zh: '二十个并发校验只调用平台一次', en: 'of 20 concurrent verify requests, one reaches the platform' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const login = await startLogin(subject)
      const answers = await Promise.all(Array.from({ length: CONCURRENT_CALLS }, () => login.verify()))
      assertEqual(relay.calls.length, 1, 'the number of calls to the platform')
      assertEqual(answers.filter(({ status }) => status === 200).length, 1, 'the number of outcomes')
    },
  ),
  createRelayScenario(
    {
      id: '@server_attempt_spent_by_failure',
      title: {
        zh: '平台未给出结果或答「非本机号码」的校验同样用掉 attemptId',
        en: 'a verify without a result, or with notThisNumber, uses up its attempt',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      for (const fault of UNSUCCESSFUL) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.setFault(fault)
        await login.verify()
        relay.reset()
        assertRefused(await login.verify(), 'an attempt whose verify was not successful')
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
