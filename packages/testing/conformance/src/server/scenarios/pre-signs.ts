// Which pre-signs are signed: those of a phone's right time, each once (protocol.md §2).
import { BUSINESS_PATHS, formatTimestamp, SHANGHAI } from '@local-number/protocol'
import { must } from '../../must'
import { newId, newPreSign, post, signBody, signedBy } from '../login'
import { mustRefuse } from '../refusals'
import { loginScenario, newLogin } from '../scenario'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const MINUTE = 60_000

/** Minutes east of UTC where people live: Baker Island, Newfoundland, Kathmandu, Kiribati. */
const REAL_OFFSETS = [-720, -210, 0, 345, 840]

export const preSignScenarios: ServerScenarios = [
  {
    id: '@server_signs',
    title: { zh: '对本应用的准签名签名', en: "this app's pre-sign is signed" },
    source: 'S 5-6',
    async run(subject) {
      signedBy(await sign(subject))
    },
  },
  {
    id: '@server_signs_abroad',
    title: {
      zh: '任何真实时区的手机时间都可签名',
      en: "a phone's right time is signed at every real UTC offset",
    },
    source: 'protocol.md §2',
    async run(subject) {
      for (const offset of REAL_OFFSETS) {
        const timestamp = formatTimestamp(Date.now(), offset)
        signedBy(await sign(subject, newPreSign(subject, { timestamp })))
      }
    },
  },
  {
    id: '@server_signs_within_window',
    title: {
      zh: '手机时间差一分钟照样签名，差四分钟就不签',
      en: "a phone's time that is a minute off is signed, and one that is four minutes off is not",
    },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const off = (ms: number) => {
        const timestamp = formatTimestamp(Date.now() + ms, SHANGHAI)
        return sign(subject, newPreSign(subject, { timestamp }))
      }
      for (const ms of [-MINUTE, MINUTE]) signedBy(await off(ms))
      for (const ms of [-4 * MINUTE, 4 * MINUTE]) mustRefuse(await off(ms), 'a time that is four minutes off')
    },
  },
  {
    id: '@server_signs_once',
    title: { zh: '同一 msgId 只签名一次', en: 'a msgId is signed once, whatever stands around it' },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const msgId = newId()
      const preSign = newPreSign(subject, { msgId })
      signedBy(await sign(subject, preSign))
      mustRefuse(await sign(subject, preSign), 'a pre-sign that was signed already')
      mustRefuse(await sign(subject, newPreSign(subject, { msgId })), 'a msgId that was signed already')
    },
  },
  loginScenario(
    {
      id: '@server_signs_once_after_verify',
      title: { zh: '校验完成之后，同一准签名仍不再签名', en: 'after its verify, too, a pre-sign is not signed again' },
      source: 'docs/en/backend.md "Signing is not an oracle"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      await login.verify()
      mustRefuse(await login.sign(), 'a pre-sign whose login is over')
    },
  ),
  {
    id: '@server_signs_once_concurrently',
    title: { zh: '并发请求时同一准签名也只签名一次', en: 'of twenty requests at once for one pre-sign, one is signed' },
    source: 'docs/en/backend.md "Signing is not an oracle"',
    async run(subject) {
      const preSign = newPreSign(subject)
      const answers = await Promise.all(Array.from({ length: 20 }, () => sign(subject, preSign)))
      const signed = answers.filter(({ status }) => status === 200)
      must(signed.length === 1, `one of twenty requests must be signed, and ${signed.length} were`)
    },
  },
]

function sign(subject: ServerSubject, preSign = newPreSign(subject)) {
  return post(subject, BUSINESS_PATHS.sign, { body: signBody(subject, { preSign }) })
}
