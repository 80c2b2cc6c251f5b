// The HTTPS edition: the server makes the carrier's ids and signs them with MD5 and the appKey (protocol.md §9).
import { BUSINESS_PATHS, measureClockSkew, TRACE_HEADER } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { listForms, normalize } from '../derivation'
import { assertSignedIds, assertSignsEditions, createEditionBody, HttpsLogin, postEdition } from '../https-login'
import { createId, createPreSign, createSignBody, post } from '../login'
import { assertOutcome } from '../outcome'
import { assertRefused, assertSignsCorrectly } from '../refusals'
import type { ServerSubject } from '../subject'
import { assertHidesSecrets } from './leaks'
import type { ServerScenarios } from './types'

const { sign: SIGN } = BUSINESS_PATHS
const OURS = 'docs/en/backend.md "The two endpoints"'
const NEEDS = ['https'] as const
const PHONE_NEEDS = ['control', 'https'] as const

const HTTPS_EDITIONS = ['httpsMiniProgram', 'httpsH5'] as const

/** Editions whose ids the page makes, and values that are no edition. */
const NO_EDITIONS: readonly unknown[] = [
  ...['miniProgram', 'h5', 'h5Vendor', 'httpsVendor', 'HTTPSH5', 'https', '', '__proto__'],
  ...[1, true, null, ['httpsH5'], { httpsH5: true }],
]

const MAX_SKEW_MS = 120_000
const SIGNS = 50
const ID_LENGTH = 32
const ALPHABET_SIZE = 32
/** Fifty random characters show about 25 different ones. */
const FEWEST_PER_POSITION = 10

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
    title: { zh: 'HTTPS 版的 attemptId 只能用一次', en: 'an attemptId of the HTTPS edition can be used once' },
    source: 'docs/en/backend.md "Errors"',
    needs: PHONE_NEEDS,
    async run(subject) {
      const login = await startHttpsLogin(subject)
      await login.verify()
      assertRefused(await login.verify(), 'a used attemptId')
    },
  },
  {
    id: '@server_https_form',
    title: {
      zh: 'ids 为 32 位 0-9A-V 的 traceId、此刻的 17 位 timestamp 和 version 1.0，sign 为 32 位十六进制',
      en: 'ids are a traceId of 32 characters 0-9A-V, a timestamp of now, and version 1.0; sign is 32 hex digits',
    },
    source: 'protocol.md §9',
    needs: NEEDS,
    async run(subject) {
      const { ids, sign } = assertSignedIds(await postEdition(subject))
      assert(/^[0-9A-V]{32}$/.test(ids.traceId), 'ids.traceId must be 32 characters of 0-9A-V')
      const skew = measureClockSkew(ids.timestamp, Date.now())
      assert(skew !== null && skew <= MAX_SKEW_MS, 'ids.timestamp must be now, in 17 digits')
      assertEqual(ids.version, '1.0', 'ids.version')
      assert(/^(?:[0-9a-f]{32}|[0-9A-F]{32})$/.test(sign), 'sign must be an MD5 in hex, in letters of one case')
    },
  },
  {
    id: '@server_https_ids_random',
    title: { zh: '每次的 traceId 都是新的随机值', en: 'every traceId is new and random' },
    source: 'protocol.md §9',
    basis: 'inferred',
    needs: NEEDS,
    async run(subject) {
      const ids: string[] = []
      for (let made = 0; made < SIGNS; made += 1) ids.push(assertSignedIds(await postEdition(subject)).ids.traceId)
      assertEqual(new Set(ids).size, SIGNS, `the number of different traceIds of ${SIGNS}`)
      assertEqual(new Set(ids.join('')).size, ALPHABET_SIZE, 'the number of different characters in them')
      for (let at = 0; at < ID_LENGTH; at += 1) {
        const found = new Set(ids.map((id) => id[at])).size
        assert(found >= FEWEST_PER_POSITION, `every position of a traceId must be random, and position ${at} is not`)
      }
    },
  },
  {
    id: '@server_https_ids_underived',
    title: {
      zh: 'traceId 不由 x-trace-id、session 或应答里的值推出',
      en: 'a traceId does not derive from x-trace-id, from the session, or from what the answer holds',
    },
    source: 'protocol.md §9',
    basis: 'inferred',
    needs: NEEDS,
    async run(subject) {
      const [session, traceId] = [createId(), createId()]
      const ids: string[] = []
      for (const _ of ['first', 'second']) {
        const answer = assertSignedIds(await postEdition(subject, { session }, { [TRACE_HEADER]: traceId }))
        const id = normalize(answer.ids.traceId)
        const visible = [session, traceId, answer.traceId, answer.attemptId, answer.ids.timestamp, session + traceId]
        const isDerived = visible.flatMap(listForms).some((form) => form.startsWith(id))
        assert(!isDerived, 'a traceId must be random, and not derive from what others see')
        ids.push(id)
      }
      assert(ids[0] !== ids[1], 'two requests with the same x-trace-id must get different traceIds')
    },
  },
  {
    id: '@server_https_ids_not_chosen',
    title: { zh: '页面不能自己指定 ids', en: 'a page cannot choose the ids' },
    source: OURS,
    needs: NEEDS,
    async run(subject) {
      await assertSignsEditions(subject)
      const chosen = { traceId: 'A'.repeat(ID_LENGTH), timestamp: '20200101000000000', version: '1.1' }
      const msgId = chosen.traceId
      const answer = await postEdition(subject, { ids: { ...chosen, msgId }, ...chosen, msgId })
      if (answer.status !== 200) return assertRefused(answer, 'a request with ids')
      const { ids } = assertSignedIds(answer)
      const isOwn = Object.entries(chosen).every(([name, value]) => Reflect.get(ids, name) !== value)
      assert(isOwn, 'the server must not sign ids that the page chose')
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
      zh: 'HTTPS 版同样要有条款同意记录和 session 才签名',
      en: 'the HTTPS edition needs consent to the current terms, and a session, as well',
    },
    source: 'docs/en/backend.md "Errors"',
    needs: NEEDS,
    async run(subject) {
      await assertSignsEditions(subject)
      for (const consent of [undefined, null, {}, { version: `${subject.app.consentVersion}x` }, true]) {
        assertRefused(await postEdition(subject, { consent }), 'a request without consent', 'consent')
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
      const refused = await postEdition(subject, { consent: null })
      for (const answer of [signed, refused]) assertHidesSecrets(subject, answer, [])
      const body = createEditionBody(subject, { edition: 'none' })
      assertHidesSecrets(subject, await post(subject, SIGN, { body }), [])
    },
  },
]
