// The ids of one attempt, which image, pre-sign and token request share (protocol.md §2, order trap).
import { must, mustEqual } from '../../must'
import { idsOfImage, idsOfToken, speaksOf } from '../phone/attempt-ids'
import { clientScenario } from '../phone/phone'
import type { ClientScenarios } from './types'

const HALF_A_MINUTE_MS = 30_000

/** By now every SDK has given an answer up: [G] after 3 s. */
const LATE_MS = 8_000

export const idScenarios = [
  clientScenario(
    {
      id: '@sdk_ids_image_first',
      title: {
        zh: '按 getImgSrc、getSign、getTokenInfo 的顺序，三者同属一次尝试',
        en: 'getImgSrc, getSign, getTokenInfo in this order speak of one attempt',
      },
      source: 'S 2.5.1',
    },
    async (phone) => {
      const image = idsOfImage(phone)
      must(speaksOf(phone.getSign(), image), 'the pre-sign must carry msgId, timestamp and uuid of the image before it')
      mustEqual(await idsOfToken(phone), image, "the token request's ids")
    },
  ),
  clientScenario(
    {
      id: '@sdk_ids_sign_first',
      title: {
        zh: '按 getSign、getImgSrc、getTokenInfo 的顺序，三者同属一次尝试',
        en: 'getSign, getImgSrc, getTokenInfo in this order speak of one attempt',
      },
      source: 'S 3-6',
    },
    async (phone) => {
      const preSign = phone.getSign()
      const image = idsOfImage(phone)
      must(speaksOf(preSign, image), 'the image must carry msgId, timestamp and uuid of the pre-sign before it')
      mustEqual(await idsOfToken(phone), image, "the token request's ids")
    },
  ),
  clientScenario(
    {
      id: '@sdk_ids_kept_while_waiting',
      title: {
        zh: '时间流逝不改变一次尝试的 id',
        en: 'the ids of an attempt stay as they are while the user and the network take their time',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const image = idsOfImage(phone)
      await phone.advance(HALF_A_MINUTE_MS)
      must(speaksOf(phone.getSign(), image), 'the pre-sign must carry the ids of an image of half a minute ago')
      await phone.advance(HALF_A_MINUTE_MS)
      mustEqual(await idsOfToken(phone), image, "the token request's ids, a minute after the image")
    },
  ),
  clientScenario(
    {
      id: '@sdk_sign_again',
      title: {
        zh: '先取图片的一次尝试里，再次 getSign 仍是同一组 id',
        en: 'in an attempt that began with its image, getSign called again has the same ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const image = idsOfImage(phone)
      for (const time of ['first', 'second']) {
        must(speaksOf(phone.getSign(), image), `the ${time} pre-sign must carry the ids of the image before it`)
      }
      mustEqual(await idsOfToken(phone), image, "the token request's ids")
    },
  ),
  clientScenario(
    {
      id: '@sdk_image_again',
      title: {
        zh: '先取准签名的一次尝试里，再次 getImgSrc 仍是同一组 id',
        en: 'in an attempt that began with its pre-sign, getImgSrc called again has the same ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const preSign = phone.getSign()
      const images = [idsOfImage(phone), idsOfImage(phone)]
      must(
        images.every((image) => speaksOf(preSign, image)),
        'each image must carry the ids of the pre-sign before it',
      )
      mustEqual(await idsOfToken(phone), images[0], "the token request's ids")
    },
  ),
  clientScenario(
    {
      id: '@sdk_late_answer_keeps_next_attempt',
      title: {
        zh: '上一次尝试迟到的应答不影响下一次尝试',
        en: 'an answer that comes too late does nothing to the attempt that has begun meanwhile',
      },
      source: 'protocol.md §2',
      basis: 'inferred',
      phone: { answersAfterMs: LATE_MS },
    },
    async (phone) => {
      phone.getImgSrc()
      phone.getSign()
      phone.beginTokenInfo()
      await phone.advance(LATE_MS - 1_000)
      const image = idsOfImage(phone)
      await phone.advance(2_000)
      must(speaksOf(phone.getSign(), image), 'the pre-sign must carry the ids of its own image, whatever came late')
      mustEqual(await idsOfToken(phone), image, "the token request's ids")
    },
  ),
] satisfies ClientScenarios
