// So many wrong numbers and no more: without a limit, a stranger tries numbers until one is the SIM's [S 1.2 step 14].
import { BUSINESS_PATHS } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { newMsisdn } from '../../platform/made-up'
import { Login, newId, post, signBody } from '../login'
import { otherNumber, outcomeOf } from '../outcome'
import { mustRefuse } from '../refusals'
import { echoing } from '../relay'
import { loginScenario, watchedScenario } from '../scenario'
import type { ServerScenarios } from './types'

export const limitScenarios: ServerScenarios = [
  loginScenario(
    {
      id: '@server_wrong_numbers',
      title: {
        zh: '同一会话输错次数有上限',
        en: 'a session has so many wrong numbers and no more',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const session = newId()
      const phone = await subject.newPhone()
      // The document's own limits are 5 and 10 a day.
      for (let tries = 0; tries < 10; tries += 1) {
        const login = await new Login(subject, phone, session).begin()
        const { attemptsLeft } = outcomeOf(await login.verify({ phone: otherNumber(phone.msisdn, tries) }))
        must(typeof attemptsLeft === 'number', 'an answer must say how many attempts are left')
        if (attemptsLeft > 0) continue
        const body = signBody(subject, { session })
        mustRefuse(await post(subject, BUSINESS_PATHS.sign, { body }), 'a session without attempts left', 'limit')
        return
      }
      must(false, 'ten wrong numbers in one session must be too many')
    },
  ),
  loginScenario(
    {
      id: '@server_wrong_numbers_in_advance',
      title: {
        zh: '预先取得的多个 attemptId 也受输错上限约束',
        en: 'attempts signed in advance do not get past the limit on wrong numbers',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const session = newId()
      // The platform counts by SIM: with two of them, it stops nobody before the server does.
      const phones = [await subject.newPhone(), await subject.newPhone()]
      const logins: Login[] = []
      for (const phone of Array.from({ length: 6 }, () => phones).flat()) {
        logins.push(await new Login(subject, phone, session).begin())
      }
      const answers = await Promise.all(
        logins.map((login, index) => login.verify({ phone: otherNumber(login.phone.msisdn, index) })),
      )
      const judged = answers.filter(({ status }) => status === 200).map(outcomeOf)
      const wrong = judged.filter(({ outcome }) => outcome === 'notThisNumber').length
      must(wrong > 0, 'the first wrong numbers must be judged: notThisNumber')
      must(wrong <= 10, `ten wrong numbers in one session must be too many, and ${wrong} were asked`)
    },
  ),
  watchedScenario(
    {
      id: '@server_wrong_numbers_alone',
      title: {
        zh: '只有 notThisNumber 计入输错次数，通过一次也不清零',
        en: 'nothing but notThisNumber counts as a wrong number, and no right one takes it back',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject, relay) => {
      const session = newId()
      const phone = await subject.newPhone()
      const left = []
      for (const code of ['001', '999999', '000']) {
        const login = await new Login(subject, phone, session).beginWithoutPlatform()
        relay.fault({ say: (call) => echoing(call, code) })
        // Numbers have a limit of their own: each is asked about once.
        left.push(outcomeOf(await login.verify({ phone: newMsisdn() })).attemptsLeft)
      }
      mustEqual(left, [left[0], left[0], left[0]], 'attemptsLeft after a wrong number, no verdict and a right number')
    },
  ),
]
