// How long getTokenInfo waits for the platform (protocol.md §4).
import { assert, assertEqual } from '../../assertions'
import { assertGranted, createClientScenario, GRANTED } from '../phone/phone'
import { runAttempt } from './attempt'
import type { ClientScenarios } from './types'

/** [G] waits 3 s. A longer wait does not help the user. */
const MAX_WAIT_MS = 5_000

export const tokenTimeScenarios = [
  createClientScenario(
    {
      id: '@sdk_token_time_limit',
      title: {
        zh: '平台不应答时数秒内走 error 回调',
        en: 'if the platform does not answer, the error callback is called within seconds',
      },
      source: 'protocol.md §4',
      basis: 'inferred',
    },
    async (phone) => {
      const [first] = await runAttempt(phone, 'silent')
      assert(first?.name === 'error', 'the error callback must be called if the platform does not answer')
      assert(
        first.afterMs <= MAX_WAIT_MS,
        `the error callback must be called within ${MAX_WAIT_MS} ms if the platform does not answer`,
      )
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_late_answer',
      title: {
        zh: '超时之后才到的应答不再回调',
        en: 'an answer after the time limit calls no callback',
      },
      source: 'protocol.md §4',
      basis: 'inferred',
      phone: { answersAfterMs: MAX_WAIT_MS + 3_000 },
    },
    async (phone) => {
      const late = (await runAttempt(phone, GRANTED)).filter(({ afterMs }) => afterMs > MAX_WAIT_MS)
      assertEqual(late.length, 0, 'the number of callbacks after the time limit')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_patience',
      title: {
        zh: '三秒以内到达的应答仍然有效',
        en: 'an answer within three seconds still counts',
      },
      source: 'protocol.md §4',
      phone: { answersAfterMs: 2_500 },
    },
    async (phone) => {
      assertGranted(await runAttempt(phone, GRANTED))
    },
  ),
] satisfies ClientScenarios
