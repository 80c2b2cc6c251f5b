// How often a code can be guessed: a million possibilities are few.
import { assert, assertEqual } from '../../../assertions'
import { assertRefused } from '../../refusals'
import { createResendScenario, createSmsScenario } from '../../scenario'
import { createWrongCode, SmsLogin } from '../../sms-login'
import { assertNotVerified, assertSmsOutcome, guessWrong, MOST_GUESSES, readSmsOutcome } from '../../sms-outcome'
import type { ServerScenarios } from '../types'

const GUIDE = 'docs/en/backend.md "Codes and guesses"'

const GUESSES_AT_ONCE = 100
const MOST_GUESSES_OF_SESSION = 15

export const smsGuessScenarios: ServerScenarios = [
  createSmsScenario(
    {
      id: '@server_sms_wrong_codes',
      title: {
        zh: '猜错五次，验证码作废；此前猜错不影响正确的验证码',
        en: 'a fifth wrong guess voids a code, and those before it do not',
      },
      source: GUIDE,
    },
    async (subject) => {
      const patient = new SmsLogin(subject)
      const right = await patient.receiveCode()
      await guessWrong(patient, { code: right, left: 1 })
      assertSmsOutcome('verified', await patient.check(right), 'the right code, while one guess is left')
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      await guessWrong(login, { code })
      assertSmsOutcome('expiredCode', await login.check(createWrongCode(code, 100)), 'another guess at a void code')
      assertSmsOutcome('expiredCode', await login.check(code), 'the right code after five wrong guesses')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_wrong_code_repeated',
      title: { zh: '同一个错误的验证码重发多次，只算一次', en: 'a wrong code that is sent again counts once' },
      source: 'docs/en/business-api.md "Repeating a request"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      const left: unknown[] = []
      for (let sent = 0; sent <= MOST_GUESSES; sent += 1) {
        left.push(assertSmsOutcome('wrongCode', await login.check(createWrongCode(code)), 'a wrong code').attemptsLeft)
      }
      assertEqual(new Set(left).size, 1, 'the number of different attemptsLeft of one wrong code')
      assertSmsOutcome('verified', await login.check(code), 'the right code after one wrong one')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_guesses_at_once',
      title: {
        zh: '一百次并发的猜测里，最多比对五次',
        en: 'of 100 guesses at the same time, at most five are compared',
      },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      const answers = await Promise.all(
        Array.from({ length: GUESSES_AT_ONCE }, (_, which) => login.check(createWrongCode(code, which))),
      )
      const outcomes = answers.map((answer) => readSmsOutcome(answer))
      const compared = outcomes.filter(({ outcome }) => outcome === 'wrongCode')
      assert(compared.length > 0, 'the first wrong codes must give wrongCode')
      assert(
        compared.length <= MOST_GUESSES,
        `of ${GUESSES_AT_ONCE} wrong codes, at most ${MOST_GUESSES} must be compared, and ${compared.length} were`,
      )
      const left = new Set(compared.map(({ attemptsLeft }) => attemptsLeft))
      assertEqual(left.size, compared.length, 'the number of different attemptsLeft')
      assertSmsOutcome('expiredCode', await login.check(code), 'the right code after them')
    },
  ),
  createResendScenario(
    {
      id: '@server_sms_guesses_after_resend',
      title: {
        zh: '重发短信不清零猜错的次数',
        en: 'another message does not reset the count of wrong guesses',
      },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      await guessWrong(login, { code: await login.receiveCode(), left: 1 })
      await login.awaitResend()
      const code = await login.receiveCode()
      assertSmsOutcome('wrongCode', await login.check(createWrongCode(code)), 'a wrong code')
      assertNotVerified(await login.check(code), 'the right code after five wrong guesses at it and the one before')
    },
  ),
  createResendScenario(
    {
      id: '@server_sms_guesses_of_others',
      title: {
        zh: '一个会话猜多少次，都不影响同一号码的另一个会话',
        en: 'guesses in one session never block another session of the same number',
      },
      source: GUIDE,
    },
    async (subject) => {
      const owner = new SmsLogin(subject)
      const { phone } = owner
      const code = await owner.receiveCode()
      const idle = new SmsLogin(subject, { phone })
      for (let which = 0; which <= MOST_GUESSES; which += 1) await idle.check(createWrongCode(code, which))
      await owner.awaitResend()
      const busy = new SmsLogin(subject, { phone })
      await guessWrong(busy, { code: await busy.receiveCode() })
      assertSmsOutcome('verified', await owner.check(code), "the owner's right code, after guesses of other sessions")
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_guesses_of_session',
      title: {
        zh: '一个会话对一个号码，24 小时内最多猜 15 次，重新发送也一样',
        en: 'a session has 15 guesses at a number in 24 hours, whatever messages it gets',
      },
      source: GUIDE,
      needs: ['serverClock'],
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const what = `a message to a session that has used up its ${MOST_GUESSES_OF_SESSION} guesses`
      let guesses = await guessWrong(login, { code: await login.receiveCode() })
      while (guesses < MOST_GUESSES_OF_SESSION) {
        await login.awaitResend()
        const answer = await login.send()
        if (answer.status !== 200) return assertRefused(answer, what, 'limit')
        const code = await subject.inbox.waitForCode(login.phone, login.countMessages())
        guesses += await guessWrong(login, { code })
      }
      await login.awaitResend()
      assertRefused(await login.send(), what, 'limit')
    },
  ),
]
