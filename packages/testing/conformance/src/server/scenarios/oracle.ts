// The signing endpoint is no oracle: what is no pre-sign of this app's, and of now, is not signed (protocol.md §2).
import { BUSINESS_PATHS, formatTimestamp, SDK_VERSION, SHANGHAI } from '@local-number/protocol'
import { newId, post, signBody } from '../login'
import { mustRefuse, mustSignTheRight } from '../refusals'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** A rule of what must not be signed: texts that break it, made for one app. */
interface Refusal {
  readonly id: `@${string}`
  readonly title: { readonly zh: string; readonly en: string }
  readonly preSigns: (parts: Parts) => readonly string[]
}

interface Parts {
  readonly appId: string
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
}

/** What encrypted phoneNum looks like: base64 of 128 bytes. */
const CIPHERTEXT = `${'Ab1+/9xYzQ0'.repeat(15)}AbCdEf=`

const REFUSALS: readonly Refusal[] = [
  {
    id: '@server_oracle_verify_string',
    title: { zh: '不对校验接口的待签串签名', en: "a verify call's string is not signed" },
    preSigns: ({ appId, msgId, timestamp, uuid }) =>
      ['1.0', '1.2'].flatMap((version) => [
        `${appId}${msgId}${CIPHERTEXT}${timestamp}${uuid}${version}`,
        `${appId}${msgId}${timestamp}${uuid}${CIPHERTEXT}${version}`,
        `${appId}${msgId}${CIPHERTEXT.replace(/[^0-9A-Za-z]/g, '')}${timestamp}${uuid}${version}`,
      ]),
  },
  {
    id: '@server_oracle_separator',
    title: {
      zh: '不对含分隔符或多余字符的文本签名',
      en: 'a text with a separator or anything around it is not signed',
    },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const right = `${appId}${msgId}${timestamp}${uuid}${SDK_VERSION}`
      const joined = ['|', ',', '&', ' ', '\n'].map((by) => [appId, msgId, timestamp, uuid, SDK_VERSION].join(by))
      return [...joined, `${right}\n`, ` ${right}`, `${right}\u0000`, `\n${right}`, `${right}${right}`]
    },
  },
  {
    id: '@server_oracle_foreign_app',
    title: { zh: '不对其他 appId 的准签名签名', en: "another app's pre-sign is not signed" },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const other = `${appId.slice(0, -1)}${(Number(appId.slice(-1)) + 1) % 10}`
      return [other, '', appId.slice(0, -1), `${appId}0`].map((id) => `${id}${msgId}${timestamp}${uuid}${SDK_VERSION}`)
    },
  },
  {
    id: '@server_oracle_widths',
    title: { zh: '不对位数或字符集不符的准签名签名', en: 'ids of other widths or alphabets are not signed' },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const join = (over: Partial<Parts>) => {
        const parts = { msgId, timestamp, uuid, ...over }
        return `${appId}${parts.msgId}${parts.timestamp}${parts.uuid}${SDK_VERSION}`
      }
      return [
        join({ msgId: msgId.slice(1) }),
        join({ msgId: `${msgId}A` }),
        join({ uuid: uuid.slice(1) }),
        join({ uuid: `${uuid}a` }),
        join({ msgId: `${msgId.slice(1)}-` }),
        join({ uuid: `${uuid.slice(1)}=` }),
        join({ msgId: `${msgId.slice(1)}_` }),
        join({ uuid: `${uuid.slice(1)}_` }),
        join({ uuid: `${uuid.slice(1)}字` }),
        join({ timestamp: timestamp.slice(0, -3) }),
        join({ timestamp: `${timestamp.slice(0, 4)}13${timestamp.slice(6)}` }),
        join({ timestamp: `${timestamp.slice(0, 8)}24${timestamp.slice(10)}` }),
      ]
    },
  },
  {
    id: '@server_oracle_h5_ids',
    title: {
      zh: '未开启时不对旧 H5 版的 msgId、uuid 签名',
      en: 'ids of the older H5 edition, which parse in several ways, are not signed unless that is switched on',
    },
    preSigns: ({ appId, timestamp }) =>
      ['1.0', '1.2'].map(
        (version) => `${appId}0.8412093842394821${timestamp}6B29FC40-CA47-1067-B31D-00DD010662DA${version}`,
      ),
  },
  {
    id: '@server_oracle_version',
    title: { zh: '不对其他 version 的准签名签名', en: 'a pre-sign of another version is not signed' },
    preSigns: ({ appId, msgId, timestamp, uuid }) =>
      ['1.0', '1.1', '1.3', '2.0', '1.22', '1x2', ''].map((version) => `${appId}${msgId}${timestamp}${uuid}${version}`),
  },
  {
    id: '@server_oracle_far_off',
    title: {
      zh: '不对时间与任何真实时区的现在都相差很远的准签名签名',
      en: 'a time that is far from now at every real UTC offset is not signed',
    },
    preSigns: ({ appId, msgId, uuid }) =>
      // Between two quarter hours no offset explains it; beyond −12 and +14 h there is none.
      [7 * MINUTE, -8 * MINUTE, 7 * HOUR, 12 * HOUR, 20 * HOUR, -30 * HOUR, 24 * HOUR, -365 * 24 * HOUR].map(
        (off) => `${appId}${msgId}${formatTimestamp(Date.now() + off, SHANGHAI)}${uuid}${SDK_VERSION}`,
      ),
  },
]

export const oracleScenarios: ServerScenarios = REFUSALS.map(({ id, title, preSigns }) => ({
  id,
  title,
  source: 'protocol.md §2',
  basis: 'inferred' as const,
  async run(subject: ServerSubject) {
    await mustSignTheRight(subject)
    for (const text of preSigns(partsFor(subject))) {
      const body = signBody(subject, { preSign: text })
      mustRefuse(await post(subject, BUSINESS_PATHS.sign, { body }), 'such a text')
    }
  },
}))

function partsFor({ app }: ServerSubject): Parts {
  return { appId: app.appId, msgId: newId(), timestamp: formatTimestamp(Date.now(), SHANGHAI), uuid: newId() }
}
