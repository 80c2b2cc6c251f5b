// Which pre-signs are signed: those with a correct timestamp, each once (protocol.md §2).
import { BUSINESS_PATHS, formatTimestamp, SHANGHAI } from '@local-number/protocol'
import { assert } from '../../assertions'
import { assertSigned, createId, createPreSign, createSignBody, post } from '../login'
import { assertRefused } from '../refusals'
import { createLoginScenario, startLogin } from '../scenario'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const MINUTE_MS = 60_000

/** Minutes east of UTC: Baker Island, Newfoundland, UTC, Kathmandu, Kiribati. */
const REAL_OFFSETS = [-720, -210, 0, 345, 840]

export const preSignScenarios: ServerScenarios = [
  {
    id: '@server_signs',
    title: { zh: '对本应用的准签名签名', en: 'a pre-sign of this app is signed' },
    source: 'S 5-6',
    async run(subject) {
      assertSigned(await sign(subject))
    },
  },
  {
    id: '@server_signs_abroad',
    title: {
      zh: '任何真实时区的手机时间都可签名',
      en: 'a correct timestamp is signed at every real UTC offset',
    },
    source: 'protocol.md §2',
    async run(subject) {
      for (const offset of REAL_OFFSETS) {
        const timestamp = formatTimestamp(Date.now(), offset)
        assertSigned(await sign(subject, createPreSign(subject, { timestamp })))
      }
    },
  },
  {
    id: '@server_signs_within_window',
    title: {
      zh: '手机时间差一分钟照样签名，差四分钟就不签',
      en: 'a timestamp that is one minute off is signed, and one that is four minutes off is not',
    },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const signAtOffset = (ms: number) => {
        const timestamp = formatTimestamp(Date.now() + ms, SHANGHAI)
        return sign(subject, createPreSign(subject, { timestamp }))
      }
      for (const ms of [-MINUTE_MS, MINUTE_MS]) assertSigned(await signAtOffset(ms))
      for (const ms of [-4 * MINUTE_MS, 4 * MINUTE_MS])
        assertRefused(await signAtOffset(ms), 'a timestamp that is four minutes off')
    },
  },
  {
    id: '@server_signs_once',
    title: { zh: '同一 msgId 只签名一次', en: 'a msgId is signed once, also in another pre-sign' },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const msgId = createId()
      const preSign = createPreSign(subject, { msgId })
      assertSigned(await sign(subject, preSign))
      assertRefused(await sign(subject, preSign), 'a pre-sign that was signed before')
      assertRefused(await sign(subject, createPreSign(subject, { msgId })), 'a msgId that was signed before')
    },
  },
  createLoginScenario(
    {
      id: '@server_signs_once_after_verify',
      title: { zh: '校验完成之后，同一准签名仍不再签名', en: 'a pre-sign is not signed again after its verification' },
      source: 'docs/en/backend.md "Signing is not an oracle"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      await login.verify()
      assertRefused(await login.sign(), 'a pre-sign whose login has ended')
    },
  ),
  {
    id: '@server_signs_once_concurrently',
    title: { zh: '并发请求时同一准签名也只签名一次', en: 'of 20 concurrent requests for one pre-sign, one is signed' },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const preSign = createPreSign(subject)
      const answers = await Promise.all(Array.from({ length: 20 }, () => sign(subject, preSign)))
      const signed = answers.filter(({ status }) => status === 200)
      assert(signed.length === 1, `one of 20 requests must be signed, and ${signed.length} were`)
    },
  },
]

function sign(subject: ServerSubject, preSign = createPreSign(subject)) {
  return post(subject, BUSINESS_PATHS.sign, { body: createSignBody(subject, { preSign }) })
}
