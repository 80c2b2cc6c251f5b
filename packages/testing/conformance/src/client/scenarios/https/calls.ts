// How long a call of the HTTPS edition waits, how it ends, and what it leaves behind (protocol.md §9).
import { assert, assertEqual } from '../../../assertions'
import {
  assertTokenGranted,
  assertTokenRefused,
  createHttpsScenario,
  GRANTED,
  IDS,
  toHttpsAnswer,
} from '../../https/phone'
import type { ClientScenarios } from '../types'

const INFERRED = { source: 'protocol.md §9', basis: 'inferred' } as const
const OURS = 'docs/en/conformance.md "A client SDK"'

/** As for the image edition's token: a longer wait does not help the user. */
const MAX_WAIT_MS = 5_000

export const httpsCallScenarios = [
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
      source: OURS,
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
        answerWith(toHttpsAnswer({ resultCode: '103000', resultDesc: '', token }))
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
      source: OURS,
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
