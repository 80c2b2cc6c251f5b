// The bodies of the SMS way: which are accepted, and what answers contain.
import { SMS_PATHS, type SmsOutcome, TRACE_HEADER } from '@local-number/protocol'
import { assert, assertEqual } from '../../../assertions'
import { type HttpAnswer, parseJsonObject } from '../../../http'
import { describeAnswer } from '../../describe-answer'
import { createId, post, sendRaw } from '../../login'
import { assertErrorShape, assertRefused } from '../../refusals'
import { createSmsScenario } from '../../scenario'
import { assertSent, createWrongCode, SmsLogin } from '../../sms-login'
import { assertSmsOutcome, MOST_GUESSES, MOST_VALID_MS } from '../../sms-outcome'
import { parseTicket } from '../../ticket'
import { assertHidesSecrets } from '../leaks'
import type { ServerScenarios } from '../types'

const GUIDE = 'docs/en/business-api.md "Fields"'
const ERRORS = 'docs/en/business-api.md "Error codes"'

const NOT_TEXT: readonly unknown[] = [0, true, null, ['13800138000'], { toString: 'a' }]
const NOT_RANDOM_TEXT: readonly unknown[] = [...NOT_TEXT, '', 'a'.repeat(15), 'a'.repeat(129), `${'a'.repeat(16)} `]

const MALFORMED_FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  phone: [undefined, ...NOT_TEXT, '', '1380013800', '23800138000', '1'.repeat(65), '13800138000;13900139000'],
  session: [undefined, ...NOT_RANDOM_TEXT],
  binding: [...NOT_TEXT.filter((value) => value !== null), '', 'a'.repeat(42), 'a'.repeat(44), '='.repeat(43)],
  device: NOT_RANDOM_TEXT.filter((value) => value !== null),
}

const MALFORMED_CODES: readonly unknown[] = [undefined, ...NOT_TEXT, 123456, '', '12345', '1234567', '12345a', ' 12345']
const NOT_OBJECTS = ['', '[]', 'null', '0', '"text"', '{"phone":', '[[[[']

export const smsRequestScenarios: ServerScenarios = [
  createSmsScenario(
    {
      id: '@server_sms_fields',
      title: {
        zh: '应答的字段齐全，验证码的有效期不超过五分钟',
        en: 'answers have all of their fields, and a code is valid for at most five minutes',
      },
      source: GUIDE,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const sent = await login.send()
      const { expiresInMs, resendAfterMs } = parseJsonObject(sent) ?? {}
      assertSent(sent)
      assert(
        isWhole(expiresInMs) && expiresInMs > 0 && expiresInMs <= MOST_VALID_MS,
        `expiresInMs must be a whole number from 1 to ${MOST_VALID_MS}`,
      )
      assert(isWhole(resendAfterMs) && resendAfterMs > 0, 'resendAfterMs must be a whole number from 1')
      const code = await subject.inbox.waitForCode(login.phone, 1)
      const other = new SmsLogin(subject)
      const checks: readonly (readonly [SmsOutcome, SmsLogin, HttpAnswer])[] = [
        ['wrongCode', login, await login.check(createWrongCode(code))],
        ['verified', login, await login.check(code)],
        ['expiredCode', other, await other.check(code)],
      ]
      for (const [expected, , answer] of checks) {
        const { attemptsLeft, ticket } = assertSmsOutcome(expected, answer, 'the check of a code')
        assert(isWhole(attemptsLeft), `attemptsLeft must be a whole number from 0 with ${expected}`)
        assert(expected !== 'verified' || typeof ticket === 'string', 'verified must give a ticket')
      }
      for (const [{ traceId }, answer] of [
        [login, sent] as const,
        ...checks.map(([, by, each]) => [by, each] as const),
      ]) {
        assertEqual(answer.type, 'application/json', 'the content type of an answer')
        assert(parseJsonObject(answer)?.traceId === traceId, "an answer must have the request's traceId")
        assert(answer.headers[TRACE_HEADER] === traceId, `an answer must have the request's ${TRACE_HEADER}`)
      }
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_malformed_sends',
      title: {
        zh: '格式错误的索取得到 400 和固定的 code，不发短信',
        en: 'a malformed send gets 400 with a stable code, and no message',
      },
      source: ERRORS,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const before = subject.inbox.countMessages()
      for (const change of listChanges(MALFORMED_FIELDS)) assertMalformed(await login.send(change))
      for (const body of NOT_OBJECTS) assertMalformed(await post(subject, SMS_PATHS.send, { body }))
      for (const answer of await sendOtherwise(login, SMS_PATHS.send)) assertMalformed(answer, 'another status')
      assertEqual(subject.inbox.countMessages(), before, 'the number of messages')
      assertSmsOutcome('verified', await login.check(await login.receiveCode()), 'the right code after them')

      async function sendOtherwise({ phone, session }: SmsLogin, path: string) {
        const consent = { version: subject.app.smsConsentVersion }
        const body = JSON.stringify({ phone, session, consent })
        const json = { 'content-type': 'application/json' }
        return [
          await sendRaw(subject, path, { method: 'GET', headers: json }),
          await sendRaw(subject, path, { method: 'PUT', headers: json, body }),
          await sendRaw(subject, path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body }),
        ]
      }
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_malformed_checks',
      title: {
        zh: '格式错误的核对得到 400 和固定的 code，不算猜测',
        en: 'a malformed check gets 400 with a stable code, and is no guess',
      },
      source: ERRORS,
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const code = await login.receiveCode()
      for (const change of listChanges({ ...MALFORMED_FIELDS, code: MALFORMED_CODES })) {
        assertMalformed(await login.check(code, change))
      }
      for (const body of NOT_OBJECTS) assertMalformed(await post(subject, SMS_PATHS.check, { body }))
      assert(MALFORMED_CODES.length > MOST_GUESSES, 'malformed codes must be more than the guesses')
      assertSmsOutcome('verified', await login.check(code), 'the right code after malformed checks')
    },
  ),
  createSmsScenario(
    {
      id: '@server_sms_leaks',
      title: {
        zh: '应答和错误里没有验证码、号码和会话',
        en: 'answers and refusals contain neither code nor number nor session',
      },
      source: 'docs/en/backend.md "SMS"',
    },
    async (subject) => {
      const login = new SmsLogin(subject)
      const device = createId()
      const sent = await login.send({ device })
      assertSent(sent)
      const code = await subject.inbox.waitForCode(login.phone, 1)
      const wrong = createWrongCode(code)
      const { phone, session } = login
      const quoting = `{"phone":"${phone}","code":"${code}","session":"${session}" oops`
      const verified = await login.check(code, { device })
      const { ticket } = assertSmsOutcome('verified', verified, 'the right code')
      const answers = [
        sent,
        withoutTicket(verified),
        withoutTicket(await login.check(code, { device })),
        await login.send({ device }),
        await login.send({ phone: `+1 ${phone}` }),
        await login.send({ phone: `${phone}${phone}`, session: `${session} ` }),
        await login.send({ consent: { version: session } }),
        await login.check(wrong),
        await login.check(`${code}0`),
        await login.check(code, { session: `${session} ` }),
        await new SmsLogin(subject, { phone }).check(code),
        await post(subject, SMS_PATHS.send, { body: quoting }),
        await post(subject, SMS_PATHS.check, { body: quoting }),
        await guessOnce(),
      ]
      for (const answer of answers) assertHidesSecrets(subject, answer, [code, phone, session, device])
      const claims = Object.values(parseTicket(ticket).claims)
      assert(![code, session, device].some((secret) => claims.includes(secret)), 'a ticket must not contain the code')

      /** A wrong guess at another code: its answer must not help. */
      async function guessOnce() {
        const other = new SmsLogin(subject)
        const right = await other.receiveCode()
        const answer = await other.check(createWrongCode(right))
        assertHidesSecrets(subject, answer, [right, other.phone, other.session])
        return answer
      }
    },
  ),
]

function listChanges(fields: Readonly<Record<string, readonly unknown[]>>) {
  return Object.entries(fields).flatMap(([field, values]) => values.map((value) => ({ [field]: value })))
}

/** @param status other refusals may have another status than 400 */
function assertMalformed(answer: HttpAnswer, status: '400' | 'another status' = '400'): void {
  assertRefused(answer, 'a malformed request')
  assert(
    status !== '400' || answer.status === 400,
    `a malformed request must get HTTP 400, and was answered ${describeAnswer(answer)}`,
  )
  assertErrorShape(answer)
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0
}

/** A ticket is signed, so it contains the number. */
function withoutTicket(answer: HttpAnswer): HttpAnswer {
  const { ticket: _, ...body } = parseJsonObject(answer) ?? {}
  return { ...answer, body: Buffer.from(JSON.stringify(body)) }
}
