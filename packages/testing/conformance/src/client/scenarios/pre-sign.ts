// The pre-sign that getSign returns (protocol.md §2).
import { formatTimestamp, parsePreSign } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { APP_ID, createClientScenario, withPhone } from '../phone/phone'
import type { ClientScenarios } from './types'

const OF_THIS_APP = { appId: APP_ID, edition: 'miniProgram' } as const

/** Shanghai, UTC, New York, Kathmandu: minutes, as `Date.getTimezoneOffset()` counts them. */
const ZONES = [-480, 0, 300, -345]

export const preSignScenarios = [
  createClientScenario(
    {
      id: '@sdk_presign_shape',
      title: {
        zh: '准签名由 appId、32 位 msgId、17 位 timestamp、32 位 uuid 和 1.2 组成，无分隔符',
        en: 'the pre-sign is appId, 32 characters of msgId, 17 digits of timestamp, 32 characters of uuid and 1.2, without separators',
      },
      source: 'protocol.md §2',
    },
    (phone) => {
      assert(
        parsePreSign(phone.getSign(), OF_THIS_APP) !== null,
        'getSign must return appId + msgId (32 of 0-9A-Za-z) + timestamp (17 digits) + uuid (32 of 0-9A-Za-z) + 1.2',
      )
    },
  ),
  createClientScenario(
    {
      id: '@sdk_presign_order',
      title: {
        zh: '准签名的各段按 appId、msgId、timestamp、uuid、version 的顺序',
        en: 'the parts of the pre-sign are in the order appId, msgId, timestamp, uuid, version',
      },
      source: 'protocol.md §2',
    },
    (phone) => {
      const preSign = phone.getSign()
      const { query } = phone.getImgSrc()
      const parts = ['appId', 'msgId', 'timestamp', 'uuid', 'version'].map((name) => query.get(name))
      assert(
        parts.every(Boolean) && preSign === parts.join(''),
        'the pre-sign must be appId + msgId + timestamp + uuid + version of its image',
      )
    },
  ),
  {
    id: '@sdk_timestamp_local',
    title: {
      zh: 'timestamp 是手机本地时间，24 小时制，精确到毫秒',
      en: "the timestamp is the phone's local time, with 24 hours and milliseconds",
    },
    source: 'protocol.md §2',
    async run(subject) {
      for (const timezoneOffset of ZONES) {
        // An afternoon in Shanghai, where 12-hour and 24-hour time differ.
        await withPhone(subject, { timezoneOffset, epochMs: Date.UTC(2026, 10, 22, 9, 5, 6, 78) }, (phone) => {
          const expected = formatTimestamp(phone.now(), -timezoneOffset)
          const timestamp = phone.getImgSrc().query.get('timestamp')
          assertEqual(timestamp, expected, `the timestamp at getTimezoneOffset() ${timezoneOffset}`)
        })
      }
    },
  },
] satisfies ClientScenarios
