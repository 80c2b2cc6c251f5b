// What the HTTPS edition makes of the platform's answer, and how long it waits (protocol.md §9).
import { assert, assertEqual } from '../../../assertions'
import {
  assertTokenGranted,
  assertTokenRefused,
  createHttpsScenario,
  GRANTED,
  IDS,
  TOKEN,
  toHttpsAnswer,
} from '../../https/phone'
import { toAnswer } from '../../phone/phone'
import type { ClientScenarios } from '../types'

const SOURCE = 'protocol.md §9'
const FACTS = { source: SOURCE } as const
const INFERRED = { source: SOURCE, basis: 'inferred' } as const

const MAX_WAIT_MS = 5_000

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
  createHttpsScenario(
    {
      ...INFERRED,
      id: '@sdk_https_time_limit',
      title: {
        zh: 'HTTPS 版：平台不应答时数秒内失败',
        en: 'HTTPS edition: without an answer, the call fails within seconds',
      },
    },
    async ({ requestToken, answerWith, countAborted }) => {
      answerWith('silent')
      const settled = await requestToken()
      assertTokenRefused(settled, 'a platform that does not answer')
      assert(settled.afterMs <= MAX_WAIT_MS, `the call must fail within ${MAX_WAIT_MS} ms`)
      assertEqual(countAborted(), 1, 'the number of requests that were given up')
    },
  ),
  createHttpsScenario(
    {
      ...INFERRED,
      id: '@sdk_https_patience',
      title: {
        zh: 'HTTPS 版：两秒半之后的应答仍然有效',
        en: 'HTTPS edition: an answer after two and a half seconds still counts',
      },
      answersAfterMs: 2_500,
    },
    async ({ requestToken }) => {
      assertTokenGranted(await requestToken())
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_cancel',
      title: {
        zh: 'HTTPS 版：取消后立即失败，并停止请求；之前就取消的不发请求',
        en: 'HTTPS edition: a cancelled call fails at once and gives up its request; cancelled before, it sends none',
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async ({ beginToken, sent, advance, countAborted }) => {
      const cancelled = new AbortController()
      cancelled.abort()
      const never = beginToken({ signal: cancelled.signal })
      await advance(10)
      assertTokenRefused(never.settled, 'a call that was cancelled before')
      assertEqual(sent.length, 0, 'the number of requests of a call that was cancelled before')
      const controller = new AbortController()
      const call = beginToken({ signal: controller.signal })
      await advance(10)
      controller.abort()
      await advance(1)
      assertTokenRefused(call.settled, 'a cancelled call')
      assertEqual(countAborted(), 1, 'the number of requests that were given up')
    },
  ),
  createHttpsScenario(
    {
      ...INFERRED,
      id: '@sdk_https_own_answers',
      title: {
        zh: 'HTTPS 版：同时进行的两次调用各得各的 token',
        en: 'HTTPS edition: two concurrent calls each receive their own token',
      },
    },
    async ({ beginToken, answerWith, advance }) => {
      const calls = ['FIRST', 'SECOND'].map((token) => {
        answerWith(toHttpsAnswer({ ...BODY, token }))
        return { token, call: beginToken({ ids: { ...IDS, traceId: token.padEnd(32, '0') } }) }
      })
      await advance(1_000)
      for (const { token, call } of calls) {
        assertEqual(assertTokenGranted(call.settled).token, token, 'the token of a call')
      }
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_side_effects',
      title: {
        zh: 'HTTPS 版：不写控制台，不留全局变量和无人处理的拒绝，不改动内置对象',
        en: 'HTTPS edition: nothing is written to the console, left behind, changed, or left unhandled',
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async ({ requestToken, answerWith, globals, unhandledErrors }) => {
      const refused = toHttpsAnswer({ resultCode: '103101', token: '' })
      for (const answer of [GRANTED, refused, { status: 502, text: '<html>' }, 'unreachable', 'silent'] as const) {
        answerWith(answer)
        await requestToken()
      }
      assertEqual(globals.logged, [], 'the called console methods')
      assertEqual(globals.listChanges(), [], 'new global variables, and changes to built-ins, wx and window')
      assertEqual(unhandledErrors.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios
