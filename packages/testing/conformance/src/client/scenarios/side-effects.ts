// An SDK must not affect the mini-program that uses it.
import { assert, assertEqual } from '../../assertions'
import { APP_ID, assertGranted, createClientScenario, type Phone, toAnswer } from '../phone/phone'
import type { ClientScenarios } from './types'

export const sideEffectScenarios = [
  createClientScenario(
    {
      id: '@sdk_callback_throws',
      title: {
        zh: '页面的回调抛出异常时，不再调用另一个回调，下一次尝试照常',
        en: "if a page's callback throws, no other callback is called, and the next attempt works",
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      for (const answer of [undefined, REFUSED]) {
        if (answer) phone.answerWith(answer)
        phone.getImgSrc()
        phone.getSign()
        const callbacks = await phone.getTokenInfo({}, () => {
          throw new Error('an error of the page')
        })
        assertEqual(callbacks.length, 1, 'the number of callbacks if the first one throws')
      }
      phone.answerWith(GRANTED_AGAIN)
      const { query } = phone.getImgSrc()
      assert(
        phone.getSign().includes(query.get('msgId') ?? '?'),
        'image and pre-sign must belong together after a callback threw',
      )
      assertGranted(await phone.getTokenInfo())
    },
  ),
  createClientScenario(
    {
      id: '@sdk_silent',
      title: { zh: '不向控制台输出任何内容', en: 'the SDK writes nothing to the console' },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await runEveryOutcome(phone)
      assertEqual(phone.globals.logged, [], 'the called console methods')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_no_globals',
      title: {
        zh: '不留下全局变量，不改动内置对象和 wx',
        en: 'the SDK creates no global variables, and changes neither built-ins nor wx',
      },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await runEveryOutcome(phone)
      assertEqual(phone.globals.listChanges(), [], 'new global variables, and changes to built-ins and wx')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_nothing_unhandled',
      title: { zh: '不留下无人处理的异常或拒绝', en: 'the SDK leaves no exception or rejection unhandled' },
      source: 'docs/en/conformance.md "A client SDK"',
    },
    async (phone) => {
      await runEveryOutcome(phone)
      assertEqual(phone.unhandledErrors.length, 0, 'the number of unhandled exceptions and rejections')
    },
  ),
] satisfies ClientScenarios

const REFUSED = toAnswer({ header: { resultCode: '130018' }, body: { token: '', resultDesc: '' } })
const GRANTED_AGAIN = toAnswer({ header: { resultCode: '000000' }, body: { token: 'TOKEN', resultDesc: '' } })

/** Runs a login that succeeds, and one for each kind of failure. */
async function runEveryOutcome(phone: Phone): Promise<void> {
  for (const answer of [GRANTED_AGAIN, REFUSED, { status: 502, text: '<html>' }, 'unreachable', 'silent'] as const) {
    phone.answerWith(answer)
    phone.client.getConnection({ appId: APP_ID, success: () => undefined, error: () => undefined })
    phone.getImgSrc()
    phone.getSign()
    await phone.getTokenInfo()
  }
}
