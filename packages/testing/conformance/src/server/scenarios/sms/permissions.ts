// What a message requires: a number of the mainland, and consent to the app's own terms.
import { assertEqual } from '../../../assertions'
import type { HttpAnswer } from '../../../http'
import { readCode } from '../../describe-answer'
import { assertRefused } from '../../refusals'
import { createSmsScenario } from '../../scenario'
import { SmsLogin } from '../../sms-login'
import { assertSmsOutcome } from '../../sms-outcome'
import type { ServerSubject } from '../../subject'
import type { ServerScenarios } from '../types'

/** As people write them. */
const FOREIGN_NUMBERS = ['+4915123456789', '0014155550123', '+852 9123 4567', '+7 916 123-45-67']

export const smsPermissionScenarios: ServerScenarios = [
  createSmsScenario(
    {
      id: '@server_sms_countries',
      title: {
        zh: '只向中国大陆的号码发送，其他的得到 countryUnsupported；+86 可以写在前面',
        en: 'only numbers of mainland China, with or without +86, get a message: others get countryUnsupported',
      },
      source: 'docs/en/backend.md "SMS"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const before = subject.inbox.countMessages()
      for (const phone of FOREIGN_NUMBERS) {
        for (const answer of [await login.send({ phone }), await login.check('000000', { phone })]) {
          assertRefused(answer, 'a number of another country')
          assertEqual(readCode(answer), 'countryUnsupported', 'the code for a number of another country')
          assertEqual(answer.status, 422, 'the status for a number of another country')
        }
      }
      assertEqual(subject.inbox.countMessages(), before, 'the number of messages')
      const code = await login.receiveCode({ phone: `+86 ${login.phone}` })
      assertSmsOutcome('verified', await login.check(code), 'the code of a number that was written with +86')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_consent',
      title: {
        zh: '没有同意短信条款的现行版本，不发送也不核对；不需要运营商的条款',
        en: 'without consent to the current terms of SMS nothing is sent or checked; the carrier’s terms do not count',
      },
      source: 'docs/en/backend.md "SMS"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const consents = listOtherConsents(subject)
      for (const consent of consents) assertConsentRequired(await login.send({ consent }), 'a send')
      assertEqual(login.countMessages(), 0, 'the number of messages')
      const code = await login.receiveCode()
      for (const consent of consents) assertConsentRequired(await login.check(code, { consent }), 'a check')
      assertSmsOutcome('verified', await login.check(code), 'the right code with consent')
    },
  ),
]

/** The carrier's terms are among them, unless both have the same version. */
function listOtherConsents({ app: { consentVersion, smsConsentVersion: current } }: ServerSubject) {
  const versions = ['none-of-ours', `${current}x`, `0${current}`, consentVersion].filter((each) => each !== current)
  return [undefined, ...versions.map((version) => ({ version }))]
}

function assertConsentRequired(answer: HttpAnswer, what: string): void {
  assertRefused(answer, `${what} without consent to the current terms`, 'consent')
  assertEqual(readCode(answer), 'consentRequired', `the code for ${what} without consent`)
}
