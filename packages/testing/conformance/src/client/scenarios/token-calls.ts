// One getTokenInfo is one request with its own callbacks: msgId, signature and token are valid once.
import { assert, assertEqual } from '../../assertions'
import { APP_ID, assertGranted, createClientScenario, type Phone, toAnswer } from '../phone/phone'
import type { Answering } from '../phone/wx'
import { HTML } from './malformed-answers'
import type { ClientScenarios } from './types'

/** Failures after which an SDK might retry, or report to a server. */
const FAILURES: readonly Answering[] = [
  'unreachable',
  'silent',
  HTML,
  { status: 503, text: 'busy' },
  toAnswer({ header: { resultCode: '999999' }, body: { token: '', resultDesc: '' } }),
]

const createGrant = (token: string) => toAnswer({ header: { resultCode: '000000' }, body: { token, resultDesc: '' } })

export const tokenCallScenarios = [
  createClientScenario(
    {
      id: '@sdk_token_one_request',
      title: {
        zh: '无论结果如何，每次 getTokenInfo 只发一个请求，其余方法不发',
        en: 'every getTokenInfo sends one request, successful or not; other methods send none',
      },
      source: 'protocol.md §1',
      basis: 'inferred',
    },
    async (phone) => {
      for (const [before, answer] of FAILURES.entries()) {
        phone.answerWith(answer)
        phone.client.getConnection({ appId: APP_ID, success: () => undefined, error: () => undefined })
        await begin(phone)
        assertEqual(phone.sent.length, before, 'the number of requests before getTokenInfo')
        await phone.getTokenInfo()
        assertEqual(phone.sent.length, before + 1, 'the number of requests after it')
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_not_kept',
      title: {
        zh: '每次尝试都重新取 token，不重复给出用过的 token',
        en: 'every attempt requests a new token, and never receives an earlier one',
      },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (phone) => {
      for (const wanted of ['FIRST', 'SECOND']) {
        phone.answerWith(createGrant(wanted))
        await begin(phone)
        assertEqual(assertGranted(await phone.getTokenInfo()).token, wanted, "the success callback's token")
      }
      assertEqual(phone.sent.length, 2, 'the number of requests of two attempts')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_own_callbacks',
      title: {
        zh: '同时进行的两次 getTokenInfo 各自回调一次，不会串',
        en: 'two concurrent getTokenInfo calls each have their own callback called, with their own answer',
      },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      const calls = []
      for (const token of ['FIRST', 'SECOND']) {
        await begin(phone)
        phone.answerWith(createGrant(token))
        calls.push({ token, callbacks: phone.beginTokenInfo() })
        // The request is sent. Its answer takes 50 ms.
        await phone.advance(10)
      }
      await phone.advance(30_000)
      for (const { token, callbacks } of calls) {
        assertEqual(callbacks.length, 1, 'the number of callbacks of each of two concurrent calls')
        // An SDK may allow one attempt at a time: then one of the calls fails.
        const isOwn = callbacks.every(({ name, result }) => name === 'error' || result.token === token)
        assert(isOwn, 'each call must receive its own token, or none')
      }
      assert(
        calls.some(({ callbacks }) => callbacks[0]?.name === 'success'),
        'at least one of two calls must receive its token',
      )
    },
  ),
] satisfies ClientScenarios

async function begin(phone: Phone): Promise<void> {
  phone.getImgSrc()
  phone.getSign()
  // Additional requests would be sent by now.
  await phone.advance(10)
}
