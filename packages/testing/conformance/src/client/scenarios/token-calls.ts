// One getTokenInfo is one request, and calls back whoever asked: a msgId, a signature and a token are good once.
import { must, mustEqual } from '../../must'
import { APP_ID, answerOf, clientScenario, granted, type Phone } from '../phone/phone'
import type { Answering } from '../phone/wx'
import { HTML } from './malformed-answers'
import type { ClientScenarios } from './types'

/** Failures after which asking again, or telling somebody, is tempting. */
const TEMPTING: readonly Answering[] = [
  'unreachable',
  'silent',
  HTML,
  { status: 503, text: 'busy' },
  answerOf({ header: { resultCode: '999999' }, body: { token: '', resultDesc: '' } }),
]

const grantOf = (token: string) => answerOf({ header: { resultCode: '000000' }, body: { token, resultDesc: '' } })

export const tokenCallScenarios = [
  clientScenario(
    {
      id: '@sdk_token_one_request',
      title: {
        zh: '无论结果如何，每次 getTokenInfo 只发一个请求，其余方法不发',
        en: 'one getTokenInfo is one request, however it ends; the other methods send none',
      },
      source: 'protocol.md §1',
      basis: 'inferred',
    },
    async (phone) => {
      for (const [before, answer] of TEMPTING.entries()) {
        phone.answerWith(answer)
        phone.client.getConnection({ appId: APP_ID, success: () => undefined, error: () => undefined })
        await begin(phone)
        mustEqual(phone.sent.length, before, 'the number of requests before getTokenInfo')
        await phone.getTokenInfo()
        mustEqual(phone.sent.length, before + 1, 'the number of requests after it')
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_not_kept',
      title: {
        zh: '每次尝试都重新取 token，不重复给出用过的 token',
        en: 'every attempt asks for a token of its own, and is given no earlier one',
      },
      source: 'S appendix 120020',
      basis: 'inferred',
    },
    async (phone) => {
      for (const wanted of ['FIRST', 'SECOND']) {
        phone.answerWith(grantOf(wanted))
        await begin(phone)
        mustEqual(granted(await phone.getTokenInfo()).token, wanted, "the success callback's token")
      }
      mustEqual(phone.sent.length, 2, 'the number of requests of two attempts')
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_own_callbacks',
      title: {
        zh: '同时进行的两次 getTokenInfo 各自回调一次，不会串',
        en: 'of two calls of getTokenInfo at once, each has its own callback called, with its own answer',
      },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      const calls = []
      for (const token of ['FIRST', 'SECOND']) {
        await begin(phone)
        phone.answerWith(grantOf(token))
        calls.push({ token, callbacks: phone.beginTokenInfo() })
        // The request is under way, and its answer is not: it takes 50 ms.
        await phone.advance(10)
      }
      await phone.advance(30_000)
      for (const { token, callbacks } of calls) {
        mustEqual(callbacks.length, 1, 'the number of callbacks of each of two calls at once')
        // One attempt at a time is fair: then one of the two hears that it failed.
        const isOwn = callbacks.every(({ name, result }) => name === 'error' || result.token === token)
        must(isOwn, 'each call must be given its own token, or none')
      }
      must(
        calls.some(({ callbacks }) => callbacks[0]?.name === 'success'),
        'one of two calls must be given its token',
      )
    },
  ),
] satisfies ClientScenarios

async function begin(phone: Phone): Promise<void> {
  phone.getImgSrc()
  phone.getSign()
  // What is sent beside it is sent by now.
  await phone.advance(10)
}
