// The ids of one attempt, which image, pre-sign and token request share in any order of calls (protocol.md §2).
import { assert, assertEqual } from '../../assertions'
import { containsIds, readImageIds, readTokenIds } from '../phone/attempt-ids'
import { createClientScenario } from '../phone/phone'
import type { ClientScenarios } from './types'

const WAIT_MS = 30_000

/** Longer than any SDK waits for an answer: [G] waits 3 s. */
const LATE_ANSWER_MS = 8_000

export const idScenarios = [
  createClientScenario(
    {
      id: '@sdk_ids_image_first',
      title: {
        zh: '按 getImgSrc、getSign、getTokenInfo 的顺序，三者同属一次尝试',
        en: 'getImgSrc, getSign, getTokenInfo in this order belong to one attempt',
      },
      source: 'S 2.5.1',
    },
    async (phone) => {
      const image = readImageIds(phone)
      assert(
        containsIds(phone.getSign(), image),
        'the pre-sign must contain msgId, timestamp and uuid of the image before it',
      )
      assertEqual(await readTokenIds(phone), image, "the token request's ids")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_ids_sign_first',
      title: {
        zh: '按 getSign、getImgSrc、getTokenInfo 的顺序，三者同属一次尝试',
        en: 'getSign, getImgSrc, getTokenInfo in this order belong to one attempt',
      },
      source: 'S 3-6',
    },
    async (phone) => {
      const preSign = phone.getSign()
      const image = readImageIds(phone)
      assert(containsIds(preSign, image), 'the image must have msgId, timestamp and uuid of the pre-sign before it')
      assertEqual(await readTokenIds(phone), image, "the token request's ids")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_ids_kept_while_waiting',
      title: {
        zh: '时间流逝不改变一次尝试的 id',
        en: 'the ids of an attempt do not change while time passes',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const image = readImageIds(phone)
      await phone.advance(WAIT_MS)
      assert(
        containsIds(phone.getSign(), image),
        'the pre-sign must contain the ids of the image half a minute before it',
      )
      await phone.advance(WAIT_MS)
      assertEqual(await readTokenIds(phone), image, "the token request's ids, a minute after the image")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_sign_again',
      title: {
        zh: '先取图片的一次尝试里，再次 getSign 仍是同一组 id',
        en: 'in an attempt that began with its image, a second getSign has the same ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const image = readImageIds(phone)
      for (const time of ['first', 'second']) {
        assert(containsIds(phone.getSign(), image), `the ${time} pre-sign must contain the ids of the image before it`)
      }
      assertEqual(await readTokenIds(phone), image, "the token request's ids")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_image_again',
      title: {
        zh: '先取准签名的一次尝试里，再次 getImgSrc 仍是同一组 id',
        en: 'in an attempt that began with its pre-sign, a second getImgSrc has the same ids',
      },
      source: 'protocol.md §2',
    },
    async (phone) => {
      const preSign = phone.getSign()
      const images = [readImageIds(phone), readImageIds(phone)]
      assert(
        images.every((image) => containsIds(preSign, image)),
        'each image must have the ids of the pre-sign before it',
      )
      assertEqual(await readTokenIds(phone), images[0], "the token request's ids")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_late_answer_keeps_next_attempt',
      title: {
        zh: '上一次尝试迟到的应答不影响下一次尝试',
        en: 'a late answer does not affect the next attempt',
      },
      source: 'protocol.md §2',
      basis: 'inferred',
      phone: { answersAfterMs: LATE_ANSWER_MS },
    },
    async (phone) => {
      phone.getImgSrc()
      phone.getSign()
      phone.beginTokenInfo()
      await phone.advance(LATE_ANSWER_MS - 1_000)
      const image = readImageIds(phone)
      await phone.advance(2_000)
      assert(
        containsIds(phone.getSign(), image),
        'the pre-sign must contain the ids of its own image after a late answer',
      )
      assertEqual(await readTokenIds(phone), image, "the token request's ids")
    },
  ),
] satisfies ClientScenarios
