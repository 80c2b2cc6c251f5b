// An attemptId is a secret between the page and its server: it comes of nothing that anybody else sees, or can count.
import { createHash } from 'node:crypto'
import {
  BUSINESS_PATHS,
  composePreSign,
  formatTimestamp,
  SDK_VERSION,
  SHANGHAI,
  TRACE_HEADER,
} from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { newId, post, signBody, signedBy } from '../login'
import { mustBe } from '../outcome'
import { mustRefuse } from '../refusals'
import { said } from '../said'
import { loginScenario, newLogin } from '../scenario'
import type { ServerScenarios } from './types'

/** As far as a server's counter may have come when it is tried. */
const FIRST_NUMBERS = Array.from({ length: 10_000 }, (_, number) => String(number))

export const attemptIdScenarios: ServerScenarios = [
  loginScenario(
    {
      id: '@server_attempt_unknown',
      title: {
        zh: '未签发的 attemptId 被拒绝，与用过的无从区分',
        en: 'an attemptId that was never given is refused, like one that is spent',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      const { attemptId } = login
      const flipped = `${attemptId.startsWith('a') ? 'b' : 'a'}${attemptId.slice(1)}`
      const near = attemptId.toUpperCase() === attemptId ? attemptId.toLowerCase() : attemptId.toUpperCase()
      for (const id of [newId() + newId(), flipped, near, `${attemptId}a`]) {
        if (id !== attemptId) mustRefuse(await login.verify({ attemptId: id }), 'an attemptId that was never given')
      }
      await login.verify()
      const [spent, unknown] = [await login.verify(), await login.verify({ attemptId: newId() + newId() })]
      mustEqual(said(unknown), said(spent), 'the refusal of an unknown attemptId')
    },
  ),
  loginScenario(
    {
      id: '@server_attempt_own',
      title: {
        zh: '每次尝试有自己的、猜不出的 attemptId，互不消耗',
        en: 'attempts have ids of their own, not to be guessed, and spend only themselves',
      },
      source: 'docs/en/backend.md "Errors"',
    },
    async (subject) => {
      const [first, second] = [await newLogin(subject), await newLogin(subject)]
      must(first.attemptId !== second.attemptId, 'two attempts must have two attemptIds')
      must(first.attemptId.length >= 16, 'an attemptId must be too long to be guessed')
      const shared = [...first.attemptId].filter((char, index) => char === second.attemptId[index]).length
      must(shared < first.attemptId.length / 2, 'an attemptId must not follow from another one')
      mustBe('verified', await first.verify())
      mustBe('verified', await second.verify())
    },
  ),
  {
    id: '@server_attempt_underived',
    title: {
      zh: 'attemptId 不由页面、网络可见的值或计数推出，取哈希也不行',
      en: 'an attemptId is nothing that page or network have seen, no count, and no hash of them',
    },
    source: 'docs/en/backend.md "Errors"',
    async run(subject) {
      const { appId } = subject.app
      const ids = { msgId: newId(), timestamp: formatTimestamp(Date.now(), SHANGHAI), uuid: newId() }
      const preSign = composePreSign({ appId, ...ids, version: SDK_VERSION }, 'miniProgram')
      const [session, traceId] = [newId(), newId()]
      const body = signBody(subject, { preSign, session })
      const headers = { [TRACE_HEADER]: traceId }
      const { sign, attemptId } = signedBy(await post(subject, BUSINESS_PATHS.sign, { body, headers }))
      const seen = [preSign, session, traceId, sign, ...Object.values(ids)]
      const pairs = seen.flatMap((one) => seen.map((other) => one + other))
      const derived = [...seen, ...pairs, ...FIRST_NUMBERS].some((text) => formsOf(text).includes(bare(attemptId)))
      must(!derived, 'an attemptId must be drawn at random: it follows from what others see')
    },
  },
]

/** As it is, and hashed. */
function formsOf(text: string): readonly string[] {
  const digests = ['md5', 'sha1', 'sha256'].map((name) => createHash(name).update(text).digest())
  return [text, ...digests.flatMap((digest) => [digest.toString('hex'), digest.toString('base64')])].map(bare)
}

/** Without dashes, padding and letter case: a hash may look like a UUID. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^0-9a-z]/g, '')
}
