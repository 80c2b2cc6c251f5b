// The limit on wrong numbers: without it, numbers can be tried until one is the SIM's number [S 1.2 step 14].
import { BUSINESS_PATHS } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { createMsisdn } from '../../platform/random-values'
import { createId, createSignBody, Login, post } from '../login'
import { assertOutcome, createOtherNumber, readOutcome } from '../outcome'
import { assertRefused } from '../refusals'
import { echoCode, type RelayFault } from '../relay'
import { createLoginScenario, createRelayScenario } from '../scenario'
import type { ServerScenarios } from './types'

export const limitScenarios: ServerScenarios = [
  createLoginScenario(
    {
      id: '@server_wrong_numbers',
      title: {
        zh: '同一会话输错次数有上限',
        en: 'the number of wrong numbers per session is limited',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const session = createId()
      const phone = await subject.addPhone()
      // The document's limits are 5 and 10 per day.
      for (let tries = 0; tries < 10; tries += 1) {
        const login = await new Login(subject, phone, session).begin()
        const { attemptsLeft } = readOutcome(await login.verify({ phone: createOtherNumber(phone.msisdn, tries) }))
        assert(typeof attemptsLeft === 'number', 'an answer must have attemptsLeft')
        if (attemptsLeft > 0) continue
        const body = createSignBody(subject, { session })
        assertRefused(
          await post(subject, BUSINESS_PATHS.sign, { body }),
          'a session without wrong numbers left',
          'limit',
        )
        return
      }
      assert(false, 'a session must allow fewer than ten wrong numbers')
    },
  ),
  createLoginScenario(
    {
      id: '@server_wrong_numbers_in_advance',
      title: {
        zh: '预先取得的多个 attemptId 也受输错上限约束',
        en: 'the limit on wrong numbers also applies to attempts that were signed in advance',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const session = createId()
      // The platform counts by SIM. With two SIMs, the server's limit comes first.
      const phones = [await subject.addPhone(), await subject.addPhone()]
      const logins: Login[] = []
      for (const phone of Array.from({ length: 6 }, () => phones).flat()) {
        logins.push(await new Login(subject, phone, session).begin())
      }
      const answers = await Promise.all(
        logins.map((login, index) => login.verify({ phone: createOtherNumber(login.phone.msisdn, index) })),
      )
      const judged = answers.filter(({ status }) => status === 200).map(readOutcome)
      const wrong = judged.filter(({ outcome }) => outcome === 'notThisNumber').length
      assert(wrong > 0, 'the first wrong numbers must give notThisNumber')
      assert(wrong <= 10, `a session must allow at most ten wrong numbers, and allowed ${wrong}`)
    },
  ),
  createRelayScenario(
    {
      id: '@server_wrong_numbers_alone',
      title: {
        zh: '只有 notThisNumber 计入输错次数，通过一次也不清零',
        en: 'only notThisNumber counts as a wrong number, and a right number does not reset the count',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const session = createId()
      const phone = await subject.addPhone()
      const left = []
      for (const code of ['001', '999999', '000']) {
        const login = await new Login(subject, phone, session).beginWithoutPlatform()
        relay.setFault({ answer: (call) => echoCode(call, code) })
        left.push(readOutcome(await login.verify({ phone: createMsisdn() })).attemptsLeft)
      }
      assertEqual(left, [left[0], left[0], left[0]], 'attemptsLeft after a wrong number, no result and a right number')
    },
  ),
  createRelayScenario(
    {
      id: '@server_strangers_number',
      title: {
        zh: '没有某个号码的 token，就不能用完它的次数',
        en: 'nobody can use up the checks of a number without a token of it',
      },
      source: 'docs/en/backend.md "Codes without a trustworthy answer"',
    },
    async (subject, relay) => {
      const phone = await subject.addPhone()
      const owner = await subject.addPhone()
      const verifyAs = async (fault: RelayFault) => {
        const login = await new Login(subject, phone).beginWithoutPlatform()
        relay.setFault(fault)
        return login.verify({ phone: owner.msisdn })
      }
      // 20 requests, twice the platform's own limit per day.
      for (let round = 0; round < 5; round += 1) {
        for (const code of ['001', '121011', '120020']) await verifyAs({ answer: (call) => echoCode(call, code) })
        await verifyAs({ connection: 'closed' })
      }
      assertOutcome('verified', await verifyAs({ answer: (call) => echoCode(call, '000') }))
    },
  ),
]
