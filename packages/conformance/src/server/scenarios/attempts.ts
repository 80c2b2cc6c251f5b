// An attempt is spent once, and a call to the platform, which may have been counted and billed, is made once.
import { must, mustEqual } from '../../must'
import { Login, newId } from '../login'
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
  loginScenario(
    {
      id: '@server_attempt_unknown',
      title: { zh: '未签发的 attemptId 被拒绝', en: 'an attemptId that was never given is refused' },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      const { attemptId } = login
      const flipped = `${attemptId.startsWith('a') ? 'b' : 'a'}${attemptId.slice(1)}`
      const near = attemptId.toUpperCase() === attemptId ? attemptId.toLowerCase() : attemptId.toUpperCase()
      for (const id of [newId() + newId(), flipped, near, `${attemptId}a`]) {
        if (id !== attemptId) mustRefuse(await login.verify({ attemptId: id }), 'an attemptId that was never given')
      }
    },
  ),
  loginScenario(
    {
      id: '@server_attempt_own',
      title: {
        zh: '每次尝试有自己的、猜不出的 attemptId，互不消耗',
        en: 'attempts have ids of their own, not to be guessed, and spend only themselves',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const [first, second] = [await newLogin(subject), await newLogin(subject)]
      must(first.attemptId !== second.attemptId, 'two attempts must have two attemptIds')
      must(first.attemptId.length >= 16, 'an attemptId must be too long to be guessed')
      const shared = [...first.attemptId].filter((char, index) => char === second.attemptId[index]).length
      must(shared < first.attemptId.length / 2, 'an attemptId must not follow from another one')
      mustBe('verified', await first.verify())
      mustBe('verified', await second.verify())
    },
  ),
  watchedScenario(
    {
      id: '@server_attempt_spent_by_failure',
      title: {
        zh: '平台未给出结果的校验同样用掉 attemptId',
        en: 'a verify without a verdict has spent its attempt, too',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const login = await newLogin(subject)
      relay.fault({ lost: 'dropped' })
      await login.verify()
      relay.reset()
      mustRefuse(await login.verify(), 'an attempt whose verify had no verdict')
      mustEqual(relay.calls.length, 0, 'the number of calls to the platform afterwards')
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
