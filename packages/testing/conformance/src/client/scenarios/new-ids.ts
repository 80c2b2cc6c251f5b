// Every attempt has ids of its own, and nobody can tell them in advance (protocol.md §2).
import { must } from '../../must'
import { IDS, type Ids, idsOfImage } from '../phone/attempt-ids'
import { answerOf, clientScenario, onPhone, type Phone } from '../phone/phone'
import type { Answering } from '../phone/wx'
import { HTML } from './malformed-answers'
import type { ClientScenarios } from './types'

/** How a token call may end badly. */
const ENDINGS: readonly Answering[] = [
  answerOf({ header: { resultCode: '130018' }, body: { token: '', resultDesc: 'refused' } }),
  HTML,
  'unreachable',
  'silent',
]

export const newIdScenarios = [
  clientScenario(
    {
      id: '@sdk_ids_new_attempt',
      title: {
        zh: 'token 请求成功或失败之后，下一次尝试使用新的 id',
        en: 'after the token call has ended, well or badly, the next attempt has new ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const attempts = [await attemptOf(phone)]
      for (const answering of ENDINGS) {
        phone.answerWith(answering)
        attempts.push(await attemptOf(phone))
      }
      attempts.push(await attemptOf(phone))
      for (const name of IDS) {
        const distinct = new Set(attempts.map((ids) => ids[name]))
        must(distinct.size === attempts.length, `every attempt must have a ${name} of its own`)
      }
    },
  ),
  {
    id: '@sdk_ids_random',
    title: { zh: 'msgId 与 uuid 是两个不同的随机数', en: 'msgId and uuid are random, and two' },
    source: 'protocol.md §2',
    basis: 'inferred',
    async run(subject) {
      const drawn: string[] = []
      // Two phones of one model at the same moment: what is made of the clock comes twice.
      for (let same = 0; same < 2; same += 1) {
        await onPhone(subject, {}, async (phone) => {
          for (let attempt = 0; attempt < 4; attempt += 1) {
            const { msgId, uuid } = await attemptOf(phone)
            drawn.push(msgId, uuid)
          }
        })
      }
      must(new Set(drawn).size === drawn.length, 'no msgId or uuid may come twice')
      // 32 characters of an alphabet of 32 or 62 hold 20 or more different ones: of eight, none comes near.
      const fewest = Math.min(...drawn.map((id) => new Set(id).size))
      must(fewest > 8, 'a msgId or uuid must be drawn from its whole alphabet')
    },
  },
] satisfies ClientScenarios

async function attemptOf(phone: Phone): Promise<Ids> {
  await phone.advance(1)
  const ids = idsOfImage(phone)
  phone.getSign()
  await phone.getTokenInfo()
  return ids
}
