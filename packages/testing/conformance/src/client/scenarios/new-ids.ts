// Every attempt has new ids, which are random (protocol.md §2).
import { assert } from '../../assertions'
import { IDS, type Ids, readImageIds } from '../phone/attempt-ids'
import { createClientScenario, type Phone, toAnswer, withPhone } from '../phone/phone'
import type { Answering } from '../phone/wx'
import { HTML } from './malformed-answers'
import type { ClientScenarios } from './types'

/** Answers that make a token request fail. */
const ENDINGS: readonly Answering[] = [
  toAnswer({ header: { resultCode: '130018' }, body: { token: '', resultDesc: 'refused' } }),
  HTML,
  'unreachable',
  'silent',
]

export const newIdScenarios = [
  createClientScenario(
    {
      id: '@sdk_ids_new_attempt',
      title: {
        zh: 'token 请求成功或失败之后，下一次尝试使用新的 id',
        en: 'after a token request succeeds or fails, the next attempt has new ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const attempts = [await runAttempt(phone)]
      for (const answering of ENDINGS) {
        phone.answerWith(answering)
        attempts.push(await runAttempt(phone))
      }
      attempts.push(await runAttempt(phone))
      for (const name of IDS) {
        const distinct = new Set(attempts.map((ids) => ids[name]))
        assert(distinct.size === attempts.length, `every attempt must have a new ${name}`)
      }
    },
  ),
  {
    id: '@sdk_ids_random',
    title: { zh: 'msgId 与 uuid 是两个不同的随机数', en: 'msgId and uuid are random and different' },
    source: 'protocol.md §2',
    basis: 'inferred',
    async run(subject) {
      const drawn: string[] = []
      // Two phones of one model at the same time: ids that are derived from the clock repeat.
      for (let same = 0; same < 2; same += 1) {
        await withPhone(subject, {}, async (phone) => {
          for (let attempt = 0; attempt < 4; attempt += 1) {
            const { msgId, uuid } = await runAttempt(phone)
            drawn.push(msgId, uuid)
          }
        })
      }
      assert(new Set(drawn).size === drawn.length, 'no msgId or uuid may repeat')
      // 32 random characters of 32 or 62 contain about 20 different ones: eight or fewer are practically impossible.
      const fewest = Math.min(...drawn.map((id) => new Set(id).size))
      assert(fewest > 8, 'msgId and uuid must use their whole alphabet')
    },
  },
] satisfies ClientScenarios

async function runAttempt(phone: Phone): Promise<Ids> {
  await phone.advance(1)
  const ids = readImageIds(phone)
  phone.getSign()
  await phone.getTokenInfo()
  return ids
}
