// An attempt is spent once, and a call to the platform, which may have been counted and billed, is made once.
import { mustEqual } from '../../must'
import { Login } from '../login'
import { mustBe } from '../outcome'
import { mustRefuse } from '../refusals'
import { echoing, type RelayFault } from '../relay'
import { loginScenario, newLogin, watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

const AT_ONCE = 20

/** Failures after which retrying is tempting. */
const TEMPTING: readonly RelayFault[] = [
  { say: () => 'busy', status: 503 },
  { lost: 'dropped' },
  { say: () => '{"header":' },
  { say: (call) => echoing(call, '999999') },
  { say: () => '<html></html>', status: 502, type: 'text/html' },
]

/** Endings after which giving the attempt back is tempting. */
const NO_YES: readonly RelayFault[] = [
  { lost: 'dropped' },
  { say: (call) => echoing(call, '001') },
  { say: (call) => echoing(call, '120020') },
]

export const attemptScenarios: ServerScenarios = [
  loginScenario(
    {
      id: '@server_attempt_once',
      title: { zh: '一个 attemptId 只能用一次', en: 'an attemptId can be spent once' },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      mustBe('verified', await login.verify())
      mustRefuse(await login.verify(), 'an attemptId that was spent')
    },
  ),
  watchedScenario(
    {
      id: '@server_attempt_once_asked',
      title: { zh: '用过的 attemptId 不再调用平台', en: 'a spent attemptId asks the platform nothing more' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      for (let time = 0; time < 3; time += 1) await login.verify()
      mustEqual(relay.calls.length, 1, 'the number of calls to the platform of one attempt')
    },
  ),
  watchedScenario(
    {
      id: '@server_attempt_concurrent',
      title: { zh: '二十个并发校验只调用平台一次', en: 'of twenty verifies at once, one reaches the platform' },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => login.verify()))
      mustEqual(relay.calls.length, 1, 'the number of calls to the platform')
      mustEqual(answers.filter(({ status }) => status === 200).length, 1, 'the number of outcomes')
    },
  ),
  watchedScenario(
    {
      id: '@server_attempt_spent_by_failure',
      title: {
        zh: '平台未给出结果或答「非本机号码」的校验同样用掉 attemptId',
        en: 'a verify without a verdict, or of another number, has spent its attempt, too',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const phone = await subject.newPhone()
      for (const fault of NO_YES) {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.fault(fault)
        await login.verify()
        relay.reset()
        mustRefuse(await login.verify(), 'an attempt whose verify was no yes')
        mustEqual(relay.calls.length, 0, 'the number of calls to the platform afterwards')
      }
    },
  ),
  watchedScenario(
    {
      id: '@server_no_retry',
      title: {
        zh: '服务端不自行重试校验请求',
        en: 'the server does not repeat a verify call by itself',
      },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (subject, relay) => {
      const phone = await subject.newPhone()
      for (const fault of TEMPTING) {
        relay.reset()
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.fault(fault)
        await login.verify()
        mustEqual(relay.calls.length, 1, 'the number of calls to the platform')
      }
      relay.reset()
      mustBe('verified', await (await new Login(subject, phone).begin()).verify())
    },
  ),
]
