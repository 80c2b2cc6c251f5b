// The fields of every answer to the page (docs/en/backend.md, The endpoints and Errors).
import { BUSINESS_PATHS, TRACE_HEADER, TRACE_ID } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { assertSigned, createId, createSignBody, createVerifyBody, post, sendRaw } from '../login'
import { createOtherNumber, readOutcome } from '../outcome'
import { assertErrorShape, assertSignsCorrectly } from '../refusals'
import { createLoginScenario, startLogin } from '../scenario'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

export const answerScenarios: ServerScenarios = [
  {
    id: '@server_error_shape',
    title: { zh: '错误应答含 code、message、traceId', en: 'refusals have code, message and traceId' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      assertErrorShape(await post(subject, SIGN, { body: createSignBody(subject, { preSign: 'no pre-sign' }) }))
      assertErrorShape(await post(subject, SIGN, { body: createSignBody(subject, { consent: null }) }))
      assertErrorShape(await post(subject, SIGN, { body: '{' }))
      assertErrorShape(await post(subject, VERIFY, { body: createVerifyBody() }))
      assertErrorShape(await post(subject, VERIFY, { body: {} }))
      assertErrorShape(await sendRaw(subject, SIGN, { method: 'PUT' }))
    },
  },
  {
    id: '@server_trace_id',
    title: { zh: '沿用请求中的 traceId', en: "answers keep the request's trace id" },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      const traceId = createId()
      const headers = { [TRACE_HEADER]: traceId }
      const answer = await post(subject, SIGN, { body: createSignBody(subject), headers })
      assertEqual(assertSigned(answer).traceId, traceId, "the answer's traceId")
      assertEqual(answer.headers[TRACE_HEADER], traceId, `the answer's ${TRACE_HEADER}`)
      // Trace ids are logged, so a malformed one must be replaced.
      const malformed = await post(subject, SIGN, {
        body: createSignBody(subject),
        headers: { [TRACE_HEADER]: 'a b"<' },
      })
      assert(
        TRACE_ID.test(assertSigned(malformed).traceId),
        'the traceId must be 32 lower-case hex digits, also if the request has another form',
      )
    },
  },
  {
    id: '@server_answers_json',
    title: { zh: '应答的类型是 JSON', en: 'the content type of answers is JSON' },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      const signed = await post(subject, SIGN, { body: createSignBody(subject) })
      assertSigned(signed)
      for (const { type } of [signed, await post(subject, VERIFY, { body: createVerifyBody() })]) {
        assertEqual(type, 'application/json', 'the content type of an answer')
      }
    },
  },
  createLoginScenario(
    {
      id: '@server_outcome_fields',
      title: {
        zh: '每个校验应答都有 outcome、code、attemptsLeft 和 traceId',
        en: 'every answer of verify has outcome, code, attemptsLeft and traceId',
      },
      source: 'docs/en/backend.md "The endpoints"',
    },
    async (subject) => {
      const [correct, other, unknown] = [
        await startLogin(subject),
        await startLogin(subject),
        await startLogin(subject),
      ]
      const verified = await correct.verify()
      const notThisNumber = await other.verify({ phone: createOtherNumber(other.phone.msisdn) })
      for (const answer of [verified, notThisNumber, await unknown.verify({ token: createId() })]) {
        const { outcome, code, attemptsLeft, traceId } = readOutcome(answer)
        assert(typeof code === 'string' && code !== '', `the outcome ${outcome} must have a code`)
        assert(
          Number.isInteger(attemptsLeft) && Number(attemptsLeft) >= 0,
          'attemptsLeft must be a whole number from 0',
        )
        assert(TRACE_ID.test(String(traceId)), 'an answer must have a traceId of 32 hex digits')
      }
      assertEqual(readOutcome(verified).code, '000', 'the code of verified')
      assertEqual(readOutcome(notThisNumber).code, '001', 'the code of notThisNumber')
    },
  ),
]
