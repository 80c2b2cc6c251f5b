// What getTokenInfo makes of the platform's answer (protocol.md §4, S 2.5.1).
import { must, mustEqual } from '../../must'
import { answerOf, clientScenario, granted, refused } from '../phone/phone'
import { RECORDED_PHONES } from '../phone/recorded-phones'
import { asked } from './asked'
import { HTML, MALFORMED } from './malformed-answers'
import type { ClientScenarios } from './types'

/** What is opaque may hold any character of base64. */
const TOKEN = 'STsid00/00+01542783041456=='
const ok = (body: object) => answerOf({ header: { resultCode: '000000' }, body })

export const tokenAnswerScenarios = [
  clientScenario(
    {
      id: '@sdk_token_granted',
      title: {
        zh: '取得 token 时走 success 回调，code 为 000000，message 为文本，token 原样给出',
        en: 'a token reaches the success callback as it came, with code 000000 and a message',
      },
      source: 'S 2.5.1',
    },
    async (phone) => {
      const { code, message, token } = granted(await asked(phone, ok({ token: TOKEN, resultDesc: 'success' })))
      mustEqual(code, '000000', "the success callback's code")
      must(isText(message), "the success callback's message must be a text")
      must(token === TOKEN, "the success callback's token must be the platform's")
    },
  ),
  clientScenario(
    {
      id: '@sdk_user_information_returned',
      title: {
        zh: 'success 回调给出的 userInformation 与地址中的一致，保持编码',
        en: 'the success callback gives userInformation as it stood in the address, percent-encoded',
      },
      source: 'protocol.md §4',
      // Its base64 ends in padding, so that encoded and raw differ.
      phone: RECORDED_PHONES[2],
    },
    async (phone) => {
      const sent = phone.getImgSrc().query.get('userInformation') ?? ''
      phone.getSign()
      const { userInformation } = granted(await phone.getTokenInfo())
      must(userInformation === encodeURIComponent(sent), 'userInformation must come back percent-encoded')
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_empty',
      title: { zh: '空 token 是失败', en: 'an empty token is a failure' },
      source: 'S FAQ 1',
    },
    async (phone) => {
      for (const token of ['', undefined, null]) refused(await asked(phone, ok({ token, resultDesc: '' })))
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_refused_code',
      title: {
        zh: '失败时 code 为 header.resultCode 的文本',
        en: "a refusal's code is header.resultCode, as text",
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const resultCode of ['110028', '130018', '999999', '103911']) {
        mustEqual(refused(await asked(phone, refusal(resultCode))).code, resultCode, "the error callback's code")
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_refused_message',
      title: {
        zh: '失败时 message 为 body.resultDesc，或文档为该返回码写的说明',
        en: "a refusal's message is body.resultDesc, or the document's own for the code",
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const [resultCode, documented] of DOCUMENTED) {
        const { message } = refused(await asked(phone, refusal(resultCode)))
        must(
          message === RESULT_DESC || message === documented,
          `the error callback's message for ${resultCode} must be body.resultDesc`,
        )
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_failure_told',
      title: {
        zh: '任何失败的 error 回调都带文本的 code 和 message',
        en: 'however a call fails, the error callback carries code and message, as texts',
      },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      const answers = MALFORMED.map(([, answer]) => answer)
      for (const answer of ['unreachable', 'silent', refusal('999999'), ...answers] as const) {
        const { code, message } = refused(await asked(phone, answer))
        must(isText(code) && isText(message), "the error callback's code and message must be texts, and not empty")
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_unreachable',
      title: { zh: '请求失败时 code 为 0', en: 'a request that failed has code 0' },
      source: 'S 2.5.1',
    },
    async (phone) => {
      mustEqual(refused(await asked(phone, 'unreachable')).code, '0', "the error callback's code")
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_interface_failed',
      title: { zh: '无法解读的应答 code 为 500', en: 'an answer that cannot be read has code 500' },
      source: 'protocol.md §4',
    },
    async (phone) => {
      for (const answer of [HTML, { ...HTML, status: 502 }, { ...HTML, text: '' }]) {
        mustEqual(refused(await asked(phone, answer)).code, '500', `the error callback's code (HTTP ${answer.status})`)
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_malformed',
      title: {
        zh: '畸形应答既不抛出也不算成功',
        en: 'malformed answers neither throw nor succeed',
      },
      source: 'protocol.md §4',
      basis: 'inferred',
    },
    async (phone) => {
      for (const [name, answer] of MALFORMED) {
        const callbacks = await asked(phone, answer)
        must(!callbacks.some((callback) => callback.name === 'success'), `an answer ${name} must not succeed`)
        must(callbacks.length > 0, `an answer ${name} must reach the error callback`)
        must(phone.strays.length === 0, `an answer ${name} must not make anything throw`)
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_one_callback',
      title: { zh: '每次调用只回调一次', en: 'a call ends in one callback' },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      for (const answer of [ok({ token: TOKEN }), refusal('130018'), HTML, 'unreachable', 'silent'] as const) {
        const callbacks = await asked(phone, answer)
        mustEqual(callbacks.length, 1, 'the number of callbacks of one getTokenInfo')
      }
    },
  ),
] satisfies ClientScenarios

const RESULT_DESC = 'the platform says why'

/** Codes of S 2.5.1 with its texts, and one that it does not list. */
const DOCUMENTED = [
  ['130018', '验证签名失败'],
  ['110028', 'appId 不存在'],
  ['103911', null],
] as const

const refusal = (resultCode: string) =>
  answerOf({ header: { resultCode }, body: { token: '', resultDesc: RESULT_DESC } })

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}
