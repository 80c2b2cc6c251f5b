// The HTTPS edition: the server makes the carrier's ids and signs them with MD5 and the appKey (protocol.md §9).
import { BUSINESS_PATHS } from '@local-number/protocol'
import { assertSignedIds, assertSignsEditions, createEditionBody, HttpsLogin, postEdition } from '../https-login'
import { createPreSign, createSignBody, post } from '../login'
import { assertOutcome, createOtherNumber } from '../outcome'
import { assertRefused, assertSignsCorrectly } from '../refusals'
import type { ServerSubject } from '../subject'
import { assertHidesSecrets } from './leaks'
import type { ServerScenarios } from './types'

const { sign: SIGN } = BUSINESS_PATHS
const OURS = 'docs/en/backend.md "The endpoints"'
const NEEDS = ['https'] as const
const PHONE_NEEDS = ['control', 'https'] as const

const HTTPS_EDITIONS = ['httpsMiniProgram', 'httpsH5'] as const

/** Editions whose ids the page makes, and values that are no edition. */
const NO_EDITIONS: readonly unknown[] = [
  ...['miniProgram', 'h5', 'h5Vendor', 'httpsVendor', 'HttpsH5', 'https', '', '__proto__'],
  ...[1, true, null, ['httpsH5'], { httpsH5: true }],
]

async function startHttpsLogin(subject: ServerSubject): Promise<HttpsLogin> {
  return new HttpsLogin(subject, await subject.addPhone()).begin()
}

export const httpsScenarios: ServerScenarios = [
  {
    id: '@server_https_login',
    title: {
      zh: 'HTTPS 版：平台认可服务端给出的 ids 和 MD5 签名，换来的 token 校验通过',
      en: 'HTTPS edition: the platform accepts ids and MD5 of the server, and the token is verified',
    },
    source: 'protocol.md §9',
    needs: PHONE_NEEDS,
    async run(subject) {
      assertOutcome('verified', await (await startHttpsLogin(subject)).verify())
    },
  },
  {
    id: '@server_https_attempt_once',
    title: {
      zh: 'HTTPS 版的 attemptId 只能用于一个请求',
      en: 'an attemptId of the HTTPS edition serves one request',
    },
    source: 'docs/en/business-api.md "Repeating a request"',
    needs: PHONE_NEEDS,
    async run(subject) {
      const login = await startHttpsLogin(subject)
      assertOutcome('verified', await login.verify())
      const phone = createOtherNumber(login.phone.msisdn)
      assertRefused(await login.verify({ phone }), 'another request with a used attemptId')
    },
  },
  {
    id: '@server_https_edition_or_pre_sign',
    title: {
      zh: '同时带 edition 和 preSign，或两者都不带，都被拒绝',
      en: 'a request with both edition and preSign, or with neither, is refused',
    },
    source: OURS,
    needs: NEEDS,
    async run(subject) {
      await assertSignsCorrectly(subject)
      await assertSignsEditions(subject)
      const preSign = createPreSign(subject)
      assertRefused(await postEdition(subject, { preSign }), 'a request with both edition and preSign')
      const neither = createSignBody(subject, { preSign: undefined })
      assertRefused(await post(subject, SIGN, { body: neither }), 'a request with neither edition nor preSign')
    },
  },
  {
    id: '@server_https_not_enabled',
    title: {
      zh: '没有开通或不存在的 edition 被拒绝',
      en: 'an edition that is not enabled, or that does not exist, is refused',
    },
    source: OURS,
    async run(subject) {
      await assertSignsCorrectly(subject)
      const others = HTTPS_EDITIONS.filter((edition) => !subject.httpsEditions.includes(edition))
      for (const edition of [...others, ...NO_EDITIONS]) {
        const body = createSignBody(subject, { preSign: undefined, edition })
        assertRefused(await post(subject, SIGN, { body }), 'a request with such an edition')
      }
    },
  },
  {
    id: '@server_https_permission',
    title: {
      zh: 'HTTPS 版同样要有 session 才签名；带了条款同意记录，就要是现行版本',
      en: 'the HTTPS edition needs a session as well, and consent that is given must be to the current terms',
    },
    source: 'docs/en/backend.md "Errors"',
    needs: NEEDS,
    async run(subject) {
      await assertSignsEditions(subject)
      for (const consent of [{}, { version: `${subject.app.consentVersion}x` }, true]) {
        assertRefused(await postEdition(subject, { consent }), 'a request with such a consent', 'consent')
      }
      for (const session of [undefined, '', 'x']) {
        assertRefused(await postEdition(subject, { session }), 'a request without a valid session')
      }
    },
  },
  {
    id: '@server_https_leaks',
    title: {
      zh: 'HTTPS 版的应答不含 appKey 和密钥',
      en: 'answers of the HTTPS edition contain neither appKey nor key',
    },
    source: 'protocol.md §9',
    needs: NEEDS,
    async run(subject) {
      const signed = await postEdition(subject)
      assertSignedIds(signed)
      const refused = await postEdition(subject, { consent: { version: 'none-of-ours' } })
      for (const answer of [signed, refused]) assertHidesSecrets(subject, answer, [])
      const body = createEditionBody(subject, { edition: 'none' })
      assertHidesSecrets(subject, await post(subject, SIGN, { body }), [])
    },
  },
]
