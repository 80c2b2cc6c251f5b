// The receipt that follows the signature of the HTTPS edition: the page gets that before the user's tap.

import { BUSINESS_PATHS } from '@local-number/protocol'
import { assertEqual } from '../../assertions'
import { assertAgreed, assertSignedIds, HttpsLogin, postConsent, postEdition } from '../https-login'
import { createId, createVerifyBody, post } from '../login'
import { assertOutcome } from '../outcome'
import { assertRefused } from '../refusals'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const OURS = 'docs/en/backend.md "The endpoints"'
const NEEDS = ['https'] as const

/** @throws Unmet if the server signs nothing before the tap */
async function signBeforeTap(subject: ServerSubject) {
  return assertSignedIds(await postEdition(subject, { consent: undefined }))
}

export const consentScenarios: ServerScenarios = [
  {
    id: '@server_https_consent_before_verify',
    title: {
      zh: '点击之前生签的尝试，没有同意记录就不校验；补上之后照常校验',
      en: 'an attempt that was signed before the tap is not verified without a receipt, and is with it',
    },
    source: OURS,
    needs: ['control', 'https'],
    async run(subject) {
      const login = await new HttpsLogin(subject, await subject.addPhone()).begin({ consent: undefined })
      assertRefused(await login.verify(), 'a verify without a receipt', 'consent')
      const agreed = await postConsent(subject, login.attemptId)
      assertEqual(agreed.status, 200, 'the status of the answer to a receipt')
      assertOutcome('verified', await login.verify())
    },
  },
  {
    id: '@server_https_consent_repeated',
    title: {
      zh: '同意记录可以重复发送，应答相同',
      en: 'a receipt may be repeated, and gets the same answer',
    },
    source: OURS,
    needs: NEEDS,
    async run(subject) {
      const signed = await signBeforeTap(subject)
      const [first, second] = [
        await postConsent(subject, signed.attemptId),
        await postConsent(subject, signed.attemptId),
      ]
      assertAgreed(first, signed)
      assertAgreed(second, signed)
    },
  },
  {
    id: '@server_https_consent_current',
    title: {
      zh: '补上的同意记录必须是现行版本，否则不算',
      en: 'a receipt that follows must name the current terms, or does not count',
    },
    source: 'docs/en/backend.md "Errors"',
    needs: NEEDS,
    async run(subject) {
      const signed = await signBeforeTap(subject)
      for (const version of [`${subject.app.consentVersion}x`, 'none-of-ours']) {
        assertRefused(await postConsent(subject, signed.attemptId, version), 'a receipt of other terms', 'consent')
      }
      const body = createVerifyBody(signed.attemptId)
      const verify = await post(subject, BUSINESS_PATHS.verify, { body })
      assertRefused(verify, 'a verify after a receipt of other terms', 'consent')
      assertAgreed(await postConsent(subject, signed.attemptId), signed)
    },
  },
  {
    id: '@server_https_consent_unknown',
    title: {
      zh: '未签发的 attemptId 不能补同意记录',
      en: 'a receipt for an unknown attemptId is refused',
    },
    source: 'docs/en/backend.md "Errors"',
    needs: NEEDS,
    async run(subject) {
      const signed = await signBeforeTap(subject)
      assertAgreed(await postConsent(subject, signed.attemptId), signed)
      assertRefused(await postConsent(subject, createId() + createId()), 'a receipt for an unknown attemptId')
    },
  },
]
