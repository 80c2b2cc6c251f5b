// What the page is told: the fields of every answer (docs/en/backend.md, The two endpoints and Errors).
import { BUSINESS_PATHS, TRACE_HEADER, TRACE_ID } from '@local-number/protocol'
import { type HttpAnswer, objectIn } from '../../http'
import { must, mustEqual } from '../../must'
import { bare, newId, post, signBody, signedBy, verifyBody } from '../login'
import { otherNumber, outcomeOf } from '../outcome'
import { mustSignTheRight } from '../refusals'
import { said } from '../said'
import { loginScenario, newLogin } from '../scenario'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

export const answerScenarios: ServerScenarios = [
  {
    id: '@server_error_shape',
    title: { zh: '错误应答含 code、message、traceId', en: 'a refusal has code, message and traceId' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      mustHaveErrorShape(await post(subject, SIGN, { body: signBody(subject, { preSign: 'no pre-sign' }) }))
      mustHaveErrorShape(await post(subject, SIGN, { body: signBody(subject, { consent: null }) }))
      mustHaveErrorShape(await post(subject, SIGN, { body: '{' }))
      mustHaveErrorShape(await post(subject, VERIFY, { body: verifyBody() }))
      mustHaveErrorShape(await post(subject, VERIFY, { body: {} }))
      mustHaveErrorShape(await bare(subject, SIGN, { method: 'PUT' }))
    },
  },
  {
    id: '@server_trace_id',
    title: { zh: '沿用请求中的 traceId', en: "the request's trace id is kept" },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      const traceId = newId()
      const headers = { [TRACE_HEADER]: traceId }
      const answer = await post(subject, SIGN, { body: signBody(subject), headers })
      mustEqual(signedBy(answer).traceId, traceId, "the answer's traceId")
      mustEqual(answer.headers[TRACE_HEADER], traceId, `the answer's ${TRACE_HEADER}`)
      // What is no trace id ends in logs, too.
      const strange = await post(subject, SIGN, { body: signBody(subject), headers: { [TRACE_HEADER]: 'a b"<' } })
      must(TRACE_ID.test(signedBy(strange).traceId), 'a traceId must be 32 lower-case hex digits, whatever was sent')
    },
  },
  {
    id: '@server_answers_json',
    title: { zh: '应答的类型是 JSON', en: 'answers are of type JSON' },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      const signed = await post(subject, SIGN, { body: signBody(subject) })
      signedBy(signed)
      for (const { type } of [signed, await post(subject, VERIFY, { body: verifyBody() })]) {
        mustEqual(type, 'application/json', 'the type of an answer')
      }
    },
  },
  loginScenario(
    {
      id: '@server_outcome_fields',
      title: {
        zh: '每个校验应答都有 outcome、code、attemptsLeft 和 traceId',
        en: 'every answer of verify has outcome, code, attemptsLeft and traceId',
      },
      source: 'docs/en/backend.md "The two endpoints"',
    },
    async (subject) => {
      const [right, other, foreign] = [await newLogin(subject), await newLogin(subject), await newLogin(subject)]
      const verified = await right.verify()
      const notThisNumber = await other.verify({ phone: otherNumber(other.phone.msisdn) })
      for (const answer of [verified, notThisNumber, await foreign.verify({ token: newId() })]) {
        const { outcome, code, attemptsLeft, traceId } = outcomeOf(answer)
        must(typeof code === 'string' && code !== '', `an answer of ${outcome} must have a code`)
        must(Number.isInteger(attemptsLeft) && Number(attemptsLeft) >= 0, 'attemptsLeft must be a whole number')
        must(TRACE_ID.test(String(traceId)), 'an answer must have a traceId of 32 hex digits')
      }
      mustEqual(outcomeOf(verified).code, '000', 'the code of verified')
      mustEqual(outcomeOf(notThisNumber).code, '001', 'the code of notThisNumber')
    },
  ),
]

function mustHaveErrorShape(answer: HttpAnswer): void {
  const { code, message, traceId } = objectIn(answer) ?? {}
  must(answer.status >= 400, `a wrong request must be refused, and got ${said(answer)}`)
  must(typeof code === 'string' && /^\w+$/.test(code), 'a refusal must have a stable code')
  must(typeof message === 'string' && message !== '', 'a refusal must have a message')
  must(typeof traceId === 'string' && TRACE_ID.test(traceId), 'a refusal must have a traceId of 32 hex digits')
}
