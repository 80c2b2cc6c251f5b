// What a guest in somebody's mini-program does not do.
import { must, mustEqual } from '../../must'
import { APP_ID, answerOf, clientScenario, granted, type Phone } from '../phone/phone'
import type { ClientScenarios } from './types'

export const mannerScenarios = [
  clientScenario(
    {
      id: '@sdk_callback_throws',
      title: {
        zh: '页面的回调抛出异常时，不再调用另一个回调，下一次尝试照常',
        en: "a page's callback that throws calls no other one, and the next attempt works",
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      for (const answer of [undefined, REFUSED]) {
        if (answer) phone.answerWith(answer)
        phone.getImgSrc()
        phone.getSign()
        const callbacks = await phone.getTokenInfo({}, () => {
          throw new Error('a mistake in the page')
        })
        mustEqual(callbacks.length, 1, 'the number of callbacks when the first one throws')
      }
      phone.answerWith(GRANTED_AGAIN)
      const { query } = phone.getImgSrc()
      must(phone.getSign().includes(query.get('msgId') ?? '?'), 'image and pre-sign must go together afterwards, too')
      granted(await phone.getTokenInfo())
    },
  ),
  clientScenario(
    {
      id: '@sdk_silent',
      title: { zh: '不向控制台输出任何内容', en: 'nothing is written to the console' },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await wholeDay(phone)
      mustEqual(phone.surroundings.logged, [], 'what was written to the console')
    },
  ),
  clientScenario(
    {
      id: '@sdk_no_globals',
      title: {
        zh: '不留下全局变量，不改动内置对象和 wx',
        en: 'no global variable is left behind, and neither built-ins nor wx are changed',
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await wholeDay(phone)
      mustEqual(
        phone.surroundings.strayGlobals(),
        [],
        'the global variables left behind, and what was changed of those that all share',
      )
    },
  ),
  clientScenario(
    {
      id: '@sdk_nothing_unhandled',
      title: { zh: '不留下无人处理的异常或拒绝', en: 'no exception and no rejection goes unhandled' },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await wholeDay(phone)
      mustEqual(phone.strays.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios

const REFUSED = answerOf({ header: { resultCode: '130018' }, body: { token: '', resultDesc: '' } })
const GRANTED_AGAIN = answerOf({ header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } })

/** A login that works, and one for each way to fail. */
async function wholeDay(phone: Phone): Promise<void> {
  for (const answer of [GRANTED_AGAIN, REFUSED, { status: 502, text: '<html>' }, 'unreachable', 'silent'] as const) {
    phone.answerWith(answer)
    phone.client.getConnection({ appId: APP_ID, success: () => undefined, error: () => undefined })
    phone.getImgSrc()
    phone.getSign()
    await phone.getTokenInfo()
  }
}
