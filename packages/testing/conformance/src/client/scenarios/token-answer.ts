// How getTokenInfo reports the platform's answer (protocol.md §4, S 2.5.1).
import { assert, assertEqual } from '../../assertions'
import { assertGranted, assertRefused, createClientScenario, toAnswer } from '../phone/phone'
import { RECORDED_PHONES } from '../phone/recorded-phones'
import { runAttempt } from './attempt'
import { HTML, MALFORMED } from './malformed-answers'
import type { ClientScenarios } from './types'

/** Tokens are opaque and may contain any character of base64. */
const TOKEN = 'STsid00/00+01542783041456=='
const createGrant = (body: object) => toAnswer({ header: { resultCode: '000000' }, body })

export const tokenAnswerScenarios = [
  createClientScenario(
    {
      id: '@sdk_token_granted',
      title: {
        zh: '取得 token 时走 success 回调，code 为 000000，message 为文本，token 原样给出',
        en: 'the success callback receives the token unchanged, with code 000000 and a message',
      },
      source: 'S 2.5.1',
    },
    async (phone) => {
      const { code, message, token } = assertGranted(
        await runAttempt(phone, createGrant({ token: TOKEN, resultDesc: 'success' })),
      )
      assertEqual(code, '000000', "the success callback's code")
      assert(isText(message), "the success callback's message must be text")
      assert(token === TOKEN, "the success callback's token must be the platform's")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_user_information_returned',
      title: {
        zh: 'success 回调给出的 userInformation 与地址中的一致，保持编码',
        en: 'the success callback receives userInformation as in the address, percent-encoded',
      },
      source: 'protocol.md §4',
      // Its base64 ends in padding, which percent-encoding changes.
      phone: RECORDED_PHONES[2],
    },
    async (phone) => {
      const sent = phone.getImgSrc().query.get('userInformation') ?? ''
      phone.getSign()
      const { userInformation } = assertGranted(await phone.getTokenInfo())
      assert(
        userInformation === encodeURIComponent(sent),
        'the success callback must receive userInformation percent-encoded',
      )
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_empty',
      title: { zh: '空 token 是失败', en: 'an empty token is a failure' },
      source: 'S FAQ 1',
    },
    async (phone) => {
      for (const token of ['', undefined, null])
        assertRefused(await runAttempt(phone, createGrant({ token, resultDesc: '' })))
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_refused_code',
      title: {
        zh: '失败时 code 为 header.resultCode 的文本',
        en: 'the code of a refusal is header.resultCode, as text',
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const resultCode of ['110028', '130018', '999999', '103911']) {
        assertEqual(
          assertRefused(await runAttempt(phone, createRefusal(resultCode))).code,
          resultCode,
          "the error callback's code",
        )
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_refused_message',
      title: {
        zh: '失败时 message 为 body.resultDesc，或文档为该返回码写的说明',
        en: "the message of a refusal is body.resultDesc, or the document's text for the code",
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const [resultCode, documented] of DOCUMENTED) {
        const { message } = assertRefused(await runAttempt(phone, createRefusal(resultCode)))
        assert(
          message === RESULT_DESC || message === documented,
          `the error callback's message for ${resultCode} must be body.resultDesc`,
        )
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_failure_told',
      title: {
        zh: '任何失败的 error 回调都带文本的 code 和 message',
        en: 'for every failure, the error callback receives code and message as text',
      },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      const answers = MALFORMED.map(([, answer]) => answer)
      for (const answer of ['unreachable', 'silent', createRefusal('999999'), ...answers] as const) {
        const { code, message } = assertRefused(await runAttempt(phone, answer))
        assert(isText(code) && isText(message), "the error callback's code and message must be text that is not empty")
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_unreachable',
      title: { zh: '请求失败时 code 为 0', en: 'the code of a failed request is 0' },
      source: 'S 2.5.1',
    },
    async (phone) => {
      assertEqual(assertRefused(await runAttempt(phone, 'unreachable')).code, '0', "the error callback's code")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_interface_failed',
      title: { zh: '无法解读的应答 code 为 500', en: 'the code of an unreadable answer is 500' },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const answer of [HTML, { ...HTML, status: 502 }, { ...HTML, text: '' }]) {
        assertEqual(
          assertRefused(await runAttempt(phone, answer)).code,
          '500',
          `the error callback's code (HTTP ${answer.status})`,
        )
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_malformed',
      title: {
        zh: '畸形应答既不抛出也不算成功',
        en: 'malformed answers neither throw nor count as success',
      },
      source: 'protocol.md §4',
      basis: 'inferred',
    },
    async (phone) => {
      for (const [name, answer] of MALFORMED) {
        const callbacks = await runAttempt(phone, answer)
        assert(!callbacks.some((callback) => callback.name === 'success'), `an answer ${name} must not succeed`)
        assert(callbacks.length > 0, `an answer ${name} must reach the error callback`)
        assert(phone.unhandledErrors.length === 0, `an answer ${name} must not cause exceptions`)
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_one_callback',
      title: { zh: '每次调用只回调一次', en: 'every call gives exactly one callback' },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      for (const answer of [
        createGrant({ token: TOKEN }),
        createRefusal('130018'),
        HTML,
        'unreachable',
        'silent',
      ] as const) {
        const callbacks = await runAttempt(phone, answer)
        assertEqual(callbacks.length, 1, 'the number of callbacks of one getTokenInfo')
      }
    },
  ),
] satisfies ClientScenarios

const RESULT_DESC = 'the reason of the platform'

/** Codes of S 2.5.1 with their texts, and one that is not listed. */
const DOCUMENTED = [
  ['130018', '验证签名失败'],
  ['110028', 'appId 不存在'],
  ['103911', null],
] as const

const createRefusal = (resultCode: string) =>
  toAnswer({ header: { resultCode }, body: { token: '', resultDesc: RESULT_DESC } })

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
