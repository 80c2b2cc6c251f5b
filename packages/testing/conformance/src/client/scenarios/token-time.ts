// How long getTokenInfo waits for the platform (protocol.md §4).
import { must, mustEqual } from '../../must'
import { clientScenario, GRANTED, granted } from '../phone/phone'
import { asked } from './asked'
import type { ClientScenarios } from './types'

/** [G]'s own limit is 3 s; what waits longer keeps the user waiting for nothing. In milliseconds. */
const LONGEST_WAIT_MS = 5_000

export const tokenTimeScenarios = [
  clientScenario(
    {
      id: '@sdk_token_time_limit',
      title: { zh: '平台不应答时数秒内走 error 回调', en: 'a silent platform ends in an error within seconds' },
      source: 'protocol.md §4',
      basis: 'inferred',
    },
    async (phone) => {
      const [first] = await asked(phone, 'silent')
      must(first?.name === 'error', 'a silent platform must end in the error callback')
      must(first.afterMs <= LONGEST_WAIT_MS, `a silent platform must be given up within ${LONGEST_WAIT_MS} ms`)
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_late_answer',
      title: {
        zh: '超时之后才到的应答不再回调',
        en: 'an answer that comes after the time limit calls nothing any more',
      },
      source: 'protocol.md §4',
      basis: 'inferred',
      phone: { answersAfterMs: LONGEST_WAIT_MS + 3_000 },
    },
    async (phone) => {
      const late = (await asked(phone, GRANTED)).filter(({ afterMs }) => afterMs > LONGEST_WAIT_MS)
      mustEqual(late.length, 0, 'the number of callbacks after the time limit')
    },
  ),
  clientScenario(
    {
      id: '@sdk_token_patience',
      title: {
        zh: '三秒以内到达的应答仍然有效',
        en: 'an answer that takes almost three seconds is still taken',
      },
      source: 'protocol.md §4',
      phone: { answersAfterMs: 2_500 },
    },
    async (phone) => {
      granted(await asked(phone, GRANTED))
    },
  ),
] satisfies ClientScenarios
