// The pre-sign that getSign returns (protocol.md §2).
import { formatTimestamp, parsePreSign } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { APP_ID, clientScenario, onPhone } from '../phone/phone'
import type { ClientScenarios } from './types'

const OF_THIS_APP = { appId: APP_ID, edition: 'miniProgram' } as const

/** Minutes as `Date.getTimezoneOffset()` counts them: Shanghai, UTC, New York, Kathmandu. */
const ZONES = [-480, 0, 300, -345]

export const preSignScenarios = [
  clientScenario(
    {
      id: '@sdk_presign_shape',
      title: {
        zh: '准签名由 appId、32 位 msgId、17 位 timestamp、32 位 uuid 和 1.2 组成，无分隔符',
        en: 'the pre-sign is appId, a msgId of 32, a timestamp of 17, a uuid of 32 and 1.2, without separators',
      },
      source: 'protocol.md §2',
    },
    (phone) => {
      must(
        parsePreSign(phone.getSign(), OF_THIS_APP) !== null,
        'getSign must return appId + msgId (32 of 0-9A-Za-z) + timestamp (17 digits) + uuid (32 of 0-9A-Za-z) + 1.2',
      )
    },
  ),
  clientScenario(
    {
      id: '@sdk_presign_order',
      title: {
        zh: '准签名的各段按 appId、msgId、timestamp、uuid、version 的顺序',
        en: "the pre-sign's parts stand in the order appId, msgId, timestamp, uuid, version",
      },
      source: 'protocol.md §2',
    },
    (phone) => {
      const preSign = phone.getSign()
      const { query } = phone.getImgSrc()
      const parts = ['appId', 'msgId', 'timestamp', 'uuid', 'version'].map((name) => query.get(name))
      must(
        parts.every(Boolean) && preSign === parts.join(''),
        'the pre-sign must be appId + msgId + timestamp + uuid + version of its image',
      )
    },
  ),
  {
    id: '@sdk_timestamp_local',
    title: {
      zh: 'timestamp 是手机本地时间，24 小时制，精确到毫秒',
      en: "the timestamp is the phone's own wall clock, 24 hours, to the millisecond",
    },
    source: 'protocol.md §2',
    async run(subject) {
      for (const timezoneOffset of ZONES) {
        // An afternoon in Shanghai: 12 and 24 hours differ, and in New York it is another day.
        await onPhone(subject, { timezoneOffset, epochMs: Date.UTC(2026, 10, 22, 9, 5, 6, 78) }, (phone) => {
          const expected = formatTimestamp(phone.now(), -timezoneOffset)
          const timestamp = phone.getImgSrc().query.get('timestamp')
          mustEqual(timestamp, expected, `the timestamp at getTimezoneOffset() ${timezoneOffset}`)
        })
      }
    },
  },
] satisfies ClientScenarios
