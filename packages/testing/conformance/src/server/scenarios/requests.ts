// Which requests are accepted.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { assert } from '../../assertions'
import { assertSigned, createSignBody, createVerifyBody, post, sendRaw } from '../login'
import { assertRefused, assertSignsCorrectly } from '../refusals'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

/** Far more than any request needs. */
const HUGE_BYTES = 1_000_000

/** With and without a content-length, on connections of their own, which the server may close. */
const FRAMINGS: readonly Readonly<Record<string, string>>[] = [
  { connection: 'close' },
  { connection: 'close', 'transfer-encoding': 'chunked' },
]

/** Sandboxed frames and local files have the origin `null`. */
const UNTRUSTED_ORIGINS = ['https://attacker.example', 'null', 'https://attackerservicewechat.com']

const NOT_TEXT: readonly unknown[] = [0, true, null, ['a'], { toString: 'a' }]
const NOT_OBJECTS = ['', '[]', 'null', '0', '"text"', '{"preSign":', '[[[[', '{"__proto__":{"admin":true}}']

/** Uses a real attempt: otherwise the unknown attempt could be the reason of a refusal. */
async function createValidVerifyBody(subject: ServerSubject) {
  return createVerifyBody(assertSigned(await post(subject, SIGN, { body: createSignBody(subject) })).attemptId)
}

export const requestScenarios: ServerScenarios = [
  {
    id: '@server_fields_are_texts',
    title: { zh: '非文本字段被拒绝', en: 'fields that are not text are refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      for (const value of NOT_TEXT) {
        for (const field of ['preSign', 'session']) {
          const body = createSignBody(subject, { [field]: value })
          assertRefused(await post(subject, SIGN, { body }), `a ${field} that is not text`)
        }
        for (const field of ['attemptId', 'phone', 'token', 'userInformation']) {
          const body = { ...(await createValidVerifyBody(subject)), [field]: value }
          assertRefused(await post(subject, VERIFY, { body }), `a ${field} that is not text`)
        }
      }
    },
  },
  {
    id: '@server_body_is_an_object',
    title: { zh: '不是 JSON 对象的报文被拒绝', en: 'a body that is not a JSON object is refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      for (const body of NOT_OBJECTS) {
        // Such a body also lacks consent: both reasons for a refusal are fine.
        for (const path of [SIGN, VERIFY])
          assertRefused(await post(subject, path, { body }), 'a body that is not a JSON object', 'consent')
      }
    },
  },
  {
    id: '@server_body_huge',
    title: { zh: '过大的报文被拒绝', en: 'a huge body is refused' },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      for (const path of [SIGN, VERIFY]) {
        for (const headers of FRAMINGS) {
          const body = {
            ...createSignBody(subject),
            ...(await createValidVerifyBody(subject)),
            padding: 'x'.repeat(HUGE_BYTES),
          }
          // A server may close the connection before the body has arrived.
          const answer = await post(subject, path, { body, headers }).catch(() => null)
          if (answer !== null) assertRefused(answer, 'a body of a megabyte')
        }
      }
      assertSigned(await post(subject, SIGN, { body: createSignBody(subject) }))
    },
  },
  {
    id: '@server_methods',
    title: { zh: '错误的方法和路径被拒绝', en: 'other methods and paths are refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      const headers = { 'content-type': 'application/json' }
      for (const path of [SIGN, VERIFY]) {
        for (const method of ['GET', 'DELETE']) assertRefused(await sendRaw(subject, path, { method, headers }), method)
        for (const method of ['PUT', 'PATCH']) {
          const body = JSON.stringify({ ...createSignBody(subject), ...(await createValidVerifyBody(subject)) })
          assertRefused(await sendRaw(subject, path, { method, headers, body }), method)
        }
      }
      const body = JSON.stringify(createSignBody(subject))
      assertRefused(await sendRaw(subject, `${SIGN}/more`, { method: 'POST', headers, body }), 'another path')
    },
  },
  {
    id: '@server_content_type',
    title: { zh: '不是 JSON 类型的报文被拒绝', en: 'a content type other than JSON is refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json-like', '']) {
        const headers = { 'content-type': type }
        assertRefused(
          await post(subject, SIGN, { body: createSignBody(subject), headers }),
          `the content type "${type}"`,
        )
        const body = await createValidVerifyBody(subject)
        assertRefused(await post(subject, VERIFY, { body, headers }), `the content type "${type}"`)
      }
    },
  },
  {
    id: '@server_cors',
    title: {
      zh: '跨域不与凭据同时放开',
      en: 'CORS does not allow other sites together with credentials',
    },
    source: 'docs/en/backend.md "Going to production"',
    async run(subject) {
      for (const origin of UNTRUSTED_ORIGINS) {
        const headers = { origin, 'access-control-request-method': 'POST' }
        for (const method of ['OPTIONS', 'POST']) {
          const answer = await sendRaw(subject, SIGN, { method, headers })
          const allowed = answer.headers['access-control-allow-origin']
          const isAllowed = allowed === '*' || allowed === origin
          const hasCredentials = answer.headers['access-control-allow-credentials'] === 'true'
          assert(!(isAllowed && hasCredentials), `CORS must not allow ${origin} together with credentials`)
        }
      }
    },
  },
]
