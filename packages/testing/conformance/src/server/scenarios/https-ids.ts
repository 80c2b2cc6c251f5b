// The ids that the server makes for the HTTPS edition, and their signature (protocol.md §9).
import { measureClockSkew, TRACE_HEADER } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { listForms, normalize } from '../derivation'
import { assertSignedIds, assertSignsEditions, postEdition } from '../https-login'
import { createId } from '../login'
import { assertRefused } from '../refusals'
import type { ServerScenarios } from './types'

const NEEDS = ['https'] as const

const MAX_SKEW_MS = 120_000
const SIGNS = 50
const ID_LENGTH = 32
const ALPHABET_SIZE = 32
/** A server may begin all ids of a login alike, with what its log calls the login. 120 bits are left. */
const REFERENCE_LENGTH = 8
/** Fifty random characters show about 25 different ones. */
const FEWEST_PER_POSITION = 10

export const httpsIdScenarios: ServerScenarios = [
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
      const random = ids.map((id) => id.slice(REFERENCE_LENGTH))
      assertEqual(new Set(random.join('')).size, ALPHABET_SIZE, 'the number of different characters in them')
      for (let at = REFERENCE_LENGTH; at < ID_LENGTH; at += 1) {
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
    source: 'docs/en/backend.md "The endpoints"',
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
]
