// Who gets a message, and what its code is.
import { isDeepStrictEqual } from 'node:util'
import { assert, assertEqual } from '../../../assertions'
import { type HttpAnswer, parseJsonObject } from '../../../http'
import { createMsisdn } from '../../../platform/random-values'
import { describeAnswer, readCode } from '../../describe-answer'
import { readOutcome } from '../../outcome'
import { assertRefused } from '../../refusals'
import { createSmsScenario, startLogin } from '../../scenario'
import { assertSent, createWrongCode, SmsLogin } from '../../sms-login'
import { assertSmsOutcome } from '../../sms-outcome'
import { readSignedTicket } from '../../ticket'
import type { ServerScenarios } from '../types'

const RECEIVERS = 'docs/en/backend.md "Who gets a message"'

const MESSAGES = 6
const SENDS_AT_ONCE = 10

export const smsMessageScenarios: ServerScenarios = [
  createSmsScenario(
    {
      id: '@server_sms_verified',
      title: {
        zh: '短信送达，验证码换来 ticket：写着这个号码，amr 是 sms',
        en: 'a message arrives, and its code gives a ticket with the number and the amr sms',
      },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      const { ticket } = assertSmsOutcome('verified', await login.check(code), 'the code of a message')
      const { claims } = await readSignedTicket(subject, ticket)
      assert(claims.phone_number === `+86${login.phone}`, "a ticket's phone_number must be the number of the message")
      assertEqual(claims.phone_number_verified, true, "a ticket's phone_number_verified")
      assertEqual(claims.amr, ['sms'], "a ticket's amr")
      assertEqual(login.countMessages(), 1, 'the number of messages')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_codes_random',
      title: { zh: '验证码是六位随机数字', en: 'codes are six random digits' },
      source: 'docs/en/backend.md "Codes and guesses"',
    },
    async (subject) => {
      const codes: string[] = []
      let derived = 0
      for (let sent = 0; sent < MESSAGES; sent += 1) {
        const login = new SmsLogin(subject)
        const code = await login.receiveCode()
        codes.push(code)
        if (login.phone.includes(code)) derived += 1
      }
      assert(
        codes.every((code) => /^\d{6}$/.test(code)),
        'a code must have six digits',
      )
      // One coincidence among a million values is possible, two are not.
      assert(new Set(codes).size >= MESSAGES - 1, 'codes of different messages must be different')
      assert(derived <= 1, 'a code must not be part of its number')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_resend_time',
      title: {
        zh: '一分钟内再要短信：rateLimited 和 retryAfterMs，不再发送，已发的验证码不变',
        en: 'another message within the resend time is rateLimited with retryAfterMs, and the code stays as it is',
      },
      source: 'docs/en/business-api.md "Repeating a request"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      const sameNumber = new SmsLogin(subject, { phone: login.phone })
      for (const answer of [await login.send(), await sameNumber.send()]) {
        assert(
          answer.status === 429 && readCode(answer) === 'rateLimited',
          `another message within the resend time must be refused with rateLimited: ${describeAnswer(answer)}`,
        )
        const wait = Number(parseJsonObject(answer)?.retryAfterMs)
        assert(
          Number.isInteger(wait) && wait > 0 && wait <= login.resendAfterMs,
          'its retryAfterMs must be a whole number from 1 to resendAfterMs',
        )
      }
      assertEqual(login.countMessages(), 1, 'the number of messages')
      assertSmsOutcome('verified', await login.check(code), 'the code of the only message')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_sends_at_once',
      title: {
        zh: '对一个号码并发索取十次，只发一条短信',
        en: 'of ten requests at the same time for a message to one number, one is sent',
      },
      source: RECEIVERS,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const answers = await Promise.all(Array.from({ length: SENDS_AT_ONCE }, () => login.send()))
      const [sent, ...others] = [...answers].sort((one, other) => one.status - other.status)
      assertEqual(sent?.status, 200, 'the status of the answer to the request that is served')
      for (const other of others) assertRefused(other, 'another request at the same time', 'limit')
      const code = await subject.inbox.waitForCode(login.phone, 1)
      assertEqual(login.countMessages(), 1, 'the number of messages')
      assertSmsOutcome('verified', await login.check(code), 'the code of the only message')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_numbers_alike',
      title: {
        zh: '索取短信的应答不透露号码是否登录过',
        en: 'the answer to a send is the same for a number that logged in before and for one that never did',
      },
      source: 'docs/en/backend.md "SMS"',
      needs: ['control'],
    },
    async (subject) => {
      const known = await startLogin(subject)
      assertEqual(readOutcome(await known.verify()).outcome, 'verified', 'the outcome of a login with the SIM')
      const sendTo = (phone: string) => new SmsLogin(subject, { phone }).send()
      const seen = await sendTo(known.phone.msisdn)
      const unseen = await sendTo(createMsisdn())
      assertSent(unseen)
      assert(isAlike(seen, unseen), 'a number that logged in must get the answer of one that never did')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_checks_alike',
      title: {
        zh: '核对的应答不透露别人是否正在用这个号码登录',
        en: 'the answer to a check does not tell whether the number was sent a message in another session',
      },
      source: 'docs/en/backend.md "SMS"',
    },
    async (subject) => {
      const owner = new SmsLogin(subject)
      const code = createWrongCode(await owner.receiveCode())
      const sent = await new SmsLogin(subject, { phone: owner.phone }).check(code)
      const unsent = await new SmsLogin(subject).check(code)
      assertSmsOutcome('expiredCode', sent, 'a code in a session that asked for none')
      assert(isAlike(sent, unsent), 'a number with a message in another session must get the answer of one without')
    },
  ),
]

/** What an answer tells. The values of headers may differ, such as the date. */
function describeFully(answer: HttpAnswer) {
  const { traceId: _, ...body } = parseJsonObject(answer) ?? {}
  return { status: answer.status, type: answer.type, headers: Object.keys(answer.headers).sort(), body }
}

function isAlike(one: HttpAnswer, other: HttpAnswer): boolean {
  return isDeepStrictEqual(describeFully(one), describeFully(other))
}
