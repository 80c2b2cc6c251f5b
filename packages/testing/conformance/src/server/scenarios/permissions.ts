// What a signature requires besides a correct pre-sign: consent to the current terms, and a session.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { createId, createSignBody, post } from '../login'
import { assertRefused, assertSignsCorrectly } from '../refusals'
import type { ServerScenarios } from './types'

const { sign: SIGN } = BUSINESS_PATHS

export const permissionScenarios: ServerScenarios = [
  {
    id: '@server_consent',
    title: { zh: '没有同意条款的记录就不签名', en: 'without consent to the current terms, nothing is signed' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      const { consentVersion: current } = subject.app
      const similar = [`${current}x`, `${current} `, `0${current}`, '999999'].map((version) => ({ version }))
      for (const consent of [undefined, null, {}, { version: '' }, { version: 'none-of-ours' }, ...similar, true, []]) {
        const body = createSignBody(subject, { consent })
        assertRefused(
          await post(subject, SIGN, { body }),
          'a sign request without consent to the current terms',
          'consent',
        )
      }
    },
  },
  {
    id: '@server_session_required',
    title: {
      zh: '没有 session，或 session 不是 16–128 位的随机文本，就不签名',
      en: 'without a session of 16 to 128 characters, nothing is signed',
    },
    source: 'docs/en/backend.md "The endpoints"',
    async run(subject) {
      await assertSignsCorrectly(subject)
      for (const session of [
        undefined,
        null,
        '',
        'x',
        'a'.repeat(15),
        'a'.repeat(129),
        `${createId()} `,
        `${createId()}字`,
      ]) {
        assertRefused(
          await post(subject, SIGN, { body: createSignBody(subject, { session }) }),
          'a sign request without a valid session',
        )
      }
    },
  },
]
