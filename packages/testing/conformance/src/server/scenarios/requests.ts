// What a request must look like.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { must } from '../../must'
import { bare, post, signBody, signedBy, verifyBody } from '../login'
import { mustRefuse, mustSignTheRight } from '../refusals'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const { sign: SIGN, verify: VERIFY } = BUSINESS_PATHS

/** Far more than any request needs, and far less than a server can bear. */
const HUGE = 1_000_000

/** On connections of their own, which the server may well end. */
const SIZE_TOLD_OR_NOT: readonly Readonly<Record<string, string>>[] = [
  { connection: 'close' },
  { connection: 'close', 'transfer-encoding': 'chunked' },
]

/** Sandboxed frames and local files are `null`. */
const STRANGERS = ['https://attacker.example', 'null', 'https://attackerservicewechat.com']

const NO_TEXT: readonly unknown[] = [0, true, null, ['a'], { toString: 'a' }]
const NO_OBJECT = ['', '[]', 'null', '0', '"text"', '{"preSign":', '[[[[', '{"__proto__":{"admin":true}}']

/** What could be refused for an unknown attempt alone, says nothing of the rule. */
async function rightVerifyBody(subject: ServerSubject) {
  return verifyBody(signedBy(await post(subject, SIGN, { body: signBody(subject) })).attemptId)
}

export const requestScenarios: ServerScenarios = [
  {
    id: '@server_fields_are_texts',
    title: { zh: '非文本字段被拒绝', en: 'fields that are no texts are refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      for (const value of NO_TEXT) {
        for (const field of ['preSign', 'session']) {
          const body = signBody(subject, { [field]: value })
          mustRefuse(await post(subject, SIGN, { body }), `a ${field} that is no text`)
        }
        for (const field of ['attemptId', 'phone', 'token', 'userInformation']) {
          const body = { ...(await rightVerifyBody(subject)), [field]: value }
          mustRefuse(await post(subject, VERIFY, { body }), `a ${field} that is no text`)
        }
      }
    },
  },
  {
    id: '@server_body_is_an_object',
    title: { zh: '不是 JSON 对象的报文被拒绝', en: 'a body that is no JSON object is refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      for (const body of NO_OBJECT) {
        // A text without consent lacks it: either way of looking at it will do.
        for (const path of [SIGN, VERIFY])
          mustRefuse(await post(subject, path, { body }), 'a body that is no JSON object', 'consent')
      }
    },
  },
  {
    id: '@server_body_huge',
    title: { zh: '过大的报文被拒绝', en: 'a huge body is refused' },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      for (const path of [SIGN, VERIFY]) {
        for (const headers of SIZE_TOLD_OR_NOT) {
          const body = { ...signBody(subject), ...(await rightVerifyBody(subject)), padding: 'x'.repeat(HUGE) }
          // A server may hang up on who still sends.
          const answer = await post(subject, path, { body, headers }).catch(() => null)
          if (answer !== null) mustRefuse(answer, 'a body of a megabyte')
        }
      }
      signedBy(await post(subject, SIGN, { body: signBody(subject) }))
    },
  },
  {
    id: '@server_methods',
    title: { zh: '错误的方法和路径被拒绝', en: 'other methods and paths are refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      const headers = { 'content-type': 'application/json' }
      for (const path of [SIGN, VERIFY]) {
        for (const method of ['GET', 'DELETE']) mustRefuse(await bare(subject, path, { method, headers }), method)
        for (const method of ['PUT', 'PATCH']) {
          const body = JSON.stringify({ ...signBody(subject), ...(await rightVerifyBody(subject)) })
          mustRefuse(await bare(subject, path, { method, headers, body }), method)
        }
      }
      const body = JSON.stringify(signBody(subject))
      mustRefuse(await bare(subject, `${SIGN}/more`, { method: 'POST', headers, body }), 'another path')
    },
  },
  {
    id: '@server_content_type',
    title: { zh: '不是 JSON 类型的报文被拒绝', en: 'a body of another type than JSON is refused' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json-like', '']) {
        const headers = { 'content-type': type }
        mustRefuse(await post(subject, SIGN, { body: signBody(subject), headers }), `a body of type "${type}"`)
        const body = await rightVerifyBody(subject)
        mustRefuse(await post(subject, VERIFY, { body, headers }), `a body of type "${type}"`)
      }
    },
  },
  {
    id: '@server_cors',
    title: {
      zh: '跨域不与凭据同时放开',
      en: 'other sites are not let in together with credentials',
    },
    source: 'docs/en/backend.md "Going to production"',
    async run(subject) {
      for (const origin of STRANGERS) {
        const headers = { origin, 'access-control-request-method': 'POST' }
        for (const method of ['OPTIONS', 'POST']) {
          const answer = await bare(subject, SIGN, { method, headers })
          const allowed = answer.headers['access-control-allow-origin']
          const letIn = allowed === '*' || allowed === origin
          const credentials = answer.headers['access-control-allow-credentials'] === 'true'
          must(!(letIn && credentials), `any site is let in together with its credentials: ${origin}`)
        }
      }
    },
  },
]
