// The signing endpoint is not an oracle: it signs only current pre-signs of its own app (protocol.md §2).
import { BUSINESS_PATHS, formatTimestamp, SDK_VERSION, SHANGHAI } from '@local-number/protocol'
import { createId, createSignBody, post } from '../login'
import { assertRefused, assertSignsCorrectly } from '../refusals'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** A rule about texts that must not be signed, with texts that break it. */
interface RefusedPreSigns {
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

/** As long as an encrypted phoneNum: base64 of 128 bytes. */
const CIPHERTEXT = `${'Ab1+/9xYzQ0'.repeat(15)}AbCdEf=`

const REFUSALS: readonly RefusedPreSigns[] = [
  {
    id: '@server_oracle_verify_string',
    title: { zh: '不对校验接口的待签串签名', en: 'the text of a verify call is not signed' },
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
      en: 'a pre-sign with separators or additional characters is not signed',
    },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const correct = `${appId}${msgId}${timestamp}${uuid}${SDK_VERSION}`
      const joined = ['|', ',', '&', ' ', '\n'].map((by) => [appId, msgId, timestamp, uuid, SDK_VERSION].join(by))
      return [...joined, `${correct}\n`, ` ${correct}`, `${correct}\u0000`, `\n${correct}`, `${correct}${correct}`]
    },
  },
  {
    id: '@server_oracle_foreign_app',
    title: { zh: '不对其他 appId 的准签名签名', en: 'a pre-sign of another app is not signed' },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const other = `${appId.slice(0, -1)}${(Number(appId.slice(-1)) + 1) % 10}`
      return [other, '', appId.slice(0, -1), `${appId}0`].map((id) => `${id}${msgId}${timestamp}${uuid}${SDK_VERSION}`)
    },
  },
  {
    id: '@server_oracle_widths',
    title: {
      zh: '不对位数或字符集不符的准签名签名',
      en: 'a pre-sign with ids of other lengths or alphabets is not signed',
    },
    preSigns: ({ appId, msgId, timestamp, uuid }) => {
      const join = (changes: Partial<Parts>) => {
        const parts = { msgId, timestamp, uuid, ...changes }
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
      en: 'ambiguous ids of the older H5 edition are not signed unless that is enabled',
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
      en: 'a timestamp that is far from now at every real UTC offset is not signed',
    },
    preSigns: ({ appId, msgId, uuid }) =>
      // Real UTC offsets are whole quarter hours from −12 to +14 h.
      [
        7 * MINUTE_MS,
        -8 * MINUTE_MS,
        7 * HOUR_MS,
        12 * HOUR_MS,
        20 * HOUR_MS,
        -30 * HOUR_MS,
        24 * HOUR_MS,
        -365 * 24 * HOUR_MS,
      ].map((off) => `${appId}${msgId}${formatTimestamp(Date.now() + off, SHANGHAI)}${uuid}${SDK_VERSION}`),
  },
]

export const oracleScenarios: ServerScenarios = REFUSALS.map(({ id, title, preSigns }) => ({
  id,
  title,
  source: 'protocol.md §2',
  basis: 'inferred' as const,
  async run(subject: ServerSubject) {
    await assertSignsCorrectly(subject)
    for (const text of preSigns(createParts(subject))) {
      const body = createSignBody(subject, { preSign: text })
      assertRefused(await post(subject, BUSINESS_PATHS.sign, { body }), 'such text')
    }
  },
}))

function createParts({ app }: ServerSubject): Parts {
  return { appId: app.appId, msgId: createId(), timestamp: formatTimestamp(Date.now(), SHANGHAI), uuid: createId() }
}
