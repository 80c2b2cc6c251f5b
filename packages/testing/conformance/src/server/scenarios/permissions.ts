// What a signature wants besides a right pre-sign: consent to the current terms, and a session to count wrong numbers by.
import { BUSINESS_PATHS } from '@local-number/protocol'
import { newId, post, signBody } from '../login'
import { mustRefuse, mustSignTheRight } from '../refusals'
import type { ServerScenarios } from './types'

const { sign: SIGN } = BUSINESS_PATHS

export const permissionScenarios: ServerScenarios = [
  {
    id: '@server_consent',
    title: { zh: '没有同意条款的记录就不签名', en: 'without consent to the current terms nothing is signed' },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      await mustSignTheRight(subject)
      const { consentVersion: current } = subject.app
      const near = [`${current}x`, `${current} `, `0${current}`, '999999'].map((version) => ({ version }))
      for (const consent of [undefined, null, {}, { version: '' }, { version: 'none-of-ours' }, ...near, true, []]) {
        const body = signBody(subject, { consent })
        mustRefuse(
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
      en: 'without a session of 16 to 128 characters nothing is signed: wrong numbers are counted by it',
    },
    source: 'docs/en/backend.md "The two endpoints"',
    async run(subject) {
      await mustSignTheRight(subject)
      for (const session of [
        undefined,
        null,
        '',
        'x',
        'a'.repeat(15),
        'a'.repeat(129),
        `${newId()} `,
        `${newId()}字`,
      ]) {
        mustRefuse(await post(subject, SIGN, { body: signBody(subject, { session }) }), 'a sign without a session')
      }
    },
  },
]
