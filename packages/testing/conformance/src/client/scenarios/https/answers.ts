// What the HTTPS edition makes of the platform's answer (protocol.md §9).
import { assert, assertEqual } from '../../../assertions'
import { assertTokenGranted, assertTokenRefused, createHttpsScenario, TOKEN, toHttpsAnswer } from '../../https/phone'
import { toAnswer } from '../../phone/phone'
import type { ClientScenarios } from '../types'

const SOURCE = 'protocol.md §9'
const FACTS = { source: SOURCE } as const
const INFERRED = { source: SOURCE, basis: 'inferred' } as const

const BODY = { resultCode: '103000', resultDesc: '', token: TOKEN }
const MALFORMED = [
  { status: 200, text: '<html>' },
  { status: 200, text: '' },
  { status: 200, text: '{"header":{},"body":{"resultCode":"103000","token":"' },
  toAnswer(null),
  toAnswer([]),
  toAnswer({ header: BODY }),
  toAnswer(BODY),
  toHttpsAnswer({ ...BODY, token: 1 }),
  toHttpsAnswer({ ...BODY, resultCode: 103_000 }),
  toHttpsAnswer({ token: TOKEN }),
  toHttpsAnswer(BODY, 502),
] as const

export const httpsAnswerScenarios = [
  createHttpsScenario(
    {
      ...FACTS,
      id: '@sdk_https_token',
      title: {
        zh: 'HTTPS 版：取得的 token 原样给出，userInformation 与发送的一致',
        en: 'HTTPS edition: the token is given unchanged, with userInformation as it was sent',
      },
    },
    async ({ requestToken, sent, answerWith }) => {
      for (const token of [TOKEN, 'H5HTTPS/+=0']) {
        answerWith(toHttpsAnswer({ ...BODY, token }))
        const result = assertTokenGranted(await requestToken())
        assert(result.token === token, 'the token must be that of the platform')
        const { userInformation } = Object(sent.at(-1)?.body)
        assert(result.userInformation === userInformation, 'userInformation must be the one that was sent')
      }
    },
  ),
  createHttpsScenario(
    {
      ...FACTS,
      id: '@sdk_https_token_empty',
      title: {
        zh: 'HTTPS 版：空 token 或 103000 以外的返回码是失败',
        en: 'HTTPS edition: an empty token, or another code than 103000, is a failure',
      },
    },
    async ({ requestToken, answerWith }) => {
      for (const body of [
        { ...BODY, token: '' },
        { ...BODY, token: undefined },
        { ...BODY, resultCode: '103211' },
      ]) {
        answerWith(toHttpsAnswer(body))
        assertTokenRefused(await requestToken(), 'an answer without a granted token')
      }
    },
  ),
  createHttpsScenario(
    {
      ...FACTS,
      id: '@sdk_https_refused_code',
      title: {
        zh: 'HTTPS 版：失败时给出平台的返回码；平台说明了运营商时一并给出',
        en: "HTTPS edition: a failure tells the platform's code, and the operator if the platform names one",
      },
    },
    async ({ requestToken, answerWith }) => {
      for (const [resultCode, msisdnOwner] of [['103101'], ['105112'], ['103111', 'CU'], ['103111', 'CT']] as const) {
        const body = { resultCode, resultDesc: '', token: '' }
        answerWith(toHttpsAnswer(msisdnOwner === undefined ? body : { ...body, msisdnOwner }))
        const error = Object(assertTokenRefused(await requestToken(), 'a refusal'))
        assertEqual(error.returnCode, resultCode, 'the returnCode of the failure')
        if (msisdnOwner) assertEqual(error.msisdnOwner, msisdnOwner, 'the msisdnOwner of the failure')
      }
    },
  ),
  createHttpsScenario(
    {
      ...INFERRED,
      id: '@sdk_https_malformed',
      title: {
        zh: 'HTTPS 版：畸形应答和连不上都是失败',
        en: 'HTTPS edition: malformed answers, and none, are failures',
      },
    },
    async ({ requestToken, answerWith, unhandledErrors }) => {
      for (const answer of ['unreachable', ...MALFORMED] as const) {
        answerWith(answer)
        const error = assertTokenRefused(await requestToken(), 'a malformed answer')
        assert(typeof Object(error).returnCode === 'string', 'a failure must have a returnCode as text')
      }
      assertEqual(unhandledErrors.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios
