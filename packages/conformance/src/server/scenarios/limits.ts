// So many wrong numbers and no more: without a limit, a stranger tries numbers until one is the SIM's [S 1.2 step 14].
import { BUSINESS_PATHS } from '@local-number/protocol'
import { must } from '../../must'
import { Login, newId, post, signBody } from '../login'
import { otherNumber, outcomeOf } from '../outcome'
import { mustRefuse } from '../refusals'
import { loginScenario } from '../scenario'
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
]
