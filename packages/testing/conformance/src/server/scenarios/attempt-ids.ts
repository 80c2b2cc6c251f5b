// An attemptId is a secret between page and server: it must not be derivable from anything that others see.
import {
  BUSINESS_PATHS,
  composePreSign,
  formatTimestamp,
  SDK_VERSION,
  SHANGHAI,
  TRACE_HEADER,
} from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { listForms, normalize } from '../derivation'
import { describeAnswer } from '../describe-answer'
import { assertSigned, createId, createSignBody, post } from '../login'
import { assertOutcome, createOtherNumber } from '../outcome'
import { assertRefused } from '../refusals'
import { createLoginScenario, startLogin } from '../scenario'
import type { ServerScenarios } from './types'

/** The values that a server's counter may have during a run. */
const COUNTER_VALUES = Array.from({ length: 10_000 }, (_, number) => String(number))

export const attemptIdScenarios: ServerScenarios = [
  createLoginScenario(
    {
      id: '@server_attempt_unknown',
      title: {
        zh: '未签发的 attemptId 被拒绝，与用过的无从区分',
        en: 'an unknown attemptId is refused like one that was used',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      const { attemptId } = login
      const flipped = `${attemptId.startsWith('a') ? 'b' : 'a'}${attemptId.slice(1)}`
      const near = attemptId.toUpperCase() === attemptId ? attemptId.toLowerCase() : attemptId.toUpperCase()
      for (const id of [createId() + createId(), flipped, near, `${attemptId}a`]) {
        if (id !== attemptId) assertRefused(await login.verify({ attemptId: id }), 'an unknown attemptId')
      }
      await login.verify()
      const phone = createOtherNumber(login.phone.msisdn)
      const spent = await login.verify({ phone })
      const unknown = await login.verify({ phone, attemptId: createId() + createId() })
      assertEqual(describeAnswer(unknown), describeAnswer(spent), 'the refusal of an unknown attemptId')
    },
  ),
  createLoginScenario(
    {
      id: '@server_attempt_own',
      title: {
        zh: '每次尝试有自己的、猜不出的 attemptId，互不消耗',
        en: 'every attempt has an id of its own that cannot be guessed, and does not use up others',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const [first, second] = [await startLogin(subject), await startLogin(subject)]
      assert(first.attemptId !== second.attemptId, 'two attempts must have different attemptIds')
      assert(
        first.attemptId.length >= 16,
        'an attemptId must have at least 16 characters, so that it cannot be guessed',
      )
      const shared = [...first.attemptId].filter((char, index) => char === second.attemptId[index]).length
      assert(shared < first.attemptId.length / 2, 'an attemptId must not follow from another attemptId')
      assertOutcome('verified', await first.verify())
      assertOutcome('verified', await second.verify())
    },
  ),
  {
    id: '@server_attempt_underived',
    title: {
      zh: 'attemptId 不由页面、网络可见的值或计数推出，取散列也不行',
      en: 'an attemptId does not derive from values that page or network see, from a counter, or from a hash of these',
    },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      const { appId } = subject.app
      const ids = { msgId: createId(), timestamp: formatTimestamp(Date.now(), SHANGHAI), uuid: createId() }
      const preSign = composePreSign({ appId, ...ids, version: SDK_VERSION }, 'miniProgram')
      const [session, traceId] = [createId(), createId()]
      const body = createSignBody(subject, { preSign, session })
      const headers = { [TRACE_HEADER]: traceId }
      const { sign, attemptId } = assertSigned(await post(subject, BUSINESS_PATHS.sign, { body, headers }))
      const visible = [preSign, session, traceId, sign, ...Object.values(ids)]
      const pairs = visible.flatMap((one) => visible.map((other) => one + other))
      const isDerived = [...visible, ...pairs, ...COUNTER_VALUES].some((text) =>
        listForms(text).includes(normalize(attemptId)),
      )
      assert(!isDerived, 'an attemptId must be random, and not derive from what others see')
    },
  },
]
