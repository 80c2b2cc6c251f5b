// The address of the zero-size image that takes the number (protocol.md §3).
import { PATHS } from '@local-number/protocol'
import { must, mustEqual } from '../../must'
import { APP_ID, clientScenario, onPhone } from '../phone/phone'
import { RECORDED_PHONES } from '../phone/recorded-phones'
import { tokenRequestOf } from '../phone/token-request'
import type { ClientScenarios } from './types'

const ID_32 = /^[0-9A-Za-z]{32}$/

export const imageScenarios = [
  clientScenario(
    {
      id: '@sdk_image_address',
      title: { zh: '图片地址为明文 http 的 getMobile.htm', en: 'the image is getMobile.htm over plain http' },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { origin, path } = phone.getImgSrc()
      must(origin.startsWith('http:'), 'the image must be loaded over plain http: the gateway inserts the number there')
      mustEqual(path, PATHS.getMobile, "the image's path")
    },
  ),
  clientScenario(
    {
      id: '@sdk_image_parameters',
      title: { zh: '图片地址带齐全部参数', en: 'the image carries every parameter' },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { query } = phone.getImgSrc()
      mustEqual(query.get('version'), '1.2', "the image's version")
      mustEqual(query.get('appId'), APP_ID, "the image's appId")
      must(ID_32.test(query.get('msgId') ?? ''), "the image's msgId must be 32 of 0-9A-Za-z")
      must(ID_32.test(query.get('uuid') ?? ''), "the image's uuid must be 32 of 0-9A-Za-z")
      for (const name of ['timestamp', 'expandParams', 'userInformation', 'wxappid']) {
        must((query.get(name) ?? '') !== '', `the image's address must carry ${name}`)
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_image_open_type',
      title: { zh: 'openType 按传入值发送', en: 'openType goes out as it was given' },
      source: 'S 2.4',
    },
    (phone) => {
      for (const openType of ['1', '0']) {
        mustEqual(phone.getImgSrc({ openType }).query.get('openType'), openType, "the image's openType")
      }
    },
  ),
  clientScenario(
    {
      id: '@sdk_image_expand_params',
      title: {
        zh: '图片的 expandParams 以 callType=6005 开头，整体编码一次',
        en: "the image's expandParams begin with callType=6005 and are percent-encoded once",
      },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { raw } = phone.getImgSrc({ expandParams: 'phoneNum=18818888888|a=1' })
      mustEqual(raw.get('expandParams'), 'callType%3D6005%7CphoneNum%3D18818888888%7Ca%3D1', 'expandParams')
    },
  ),
  clientScenario(
    {
      id: '@sdk_expand_params_special',
      title: {
        zh: 'expandParams 里的 &、# 等字符同样经过编码',
        en: 'characters that mean something in an address are percent-encoded in expandParams, too',
      },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { raw } = phone.getImgSrc({ expandParams: 'k=a&b#c' })
      mustEqual(raw.get('expandParams'), 'callType%3D6005%7Ck%3Da%26b%23c', 'expandParams')
    },
  ),
  clientScenario(
    {
      id: '@sdk_no_undefined',
      title: {
        zh: '未传 expandParams 或传空时只发送 callType，没有 undefined 字样',
        en: 'expandParams that are left out or empty leave callType alone, and no text undefined',
      },
      source: 'protocol.md §3',
      basis: 'ours',
    },
    async (phone) => {
      for (const data of [{}, { expandParams: '' }]) {
        mustEqual(phone.getImgSrc(data).query.get('expandParams'), 'callType=6005', "the image's expandParams")
        await phone.getTokenInfo(data)
        const { expandParams } = tokenRequestOf(phone.sent.at(-1)).body
        mustEqual(decodeURIComponent(String(expandParams)), 'callType=6006', "the token request's expandParams")
      }
      must(!JSON.stringify(phone.sent).includes('undefined'), 'the token request must not hold the text undefined')
    },
  ),
  {
    id: '@sdk_user_information_recorded',
    title: {
      zh: '六种手机的 userInformation 与运营商 SDK 的实录一致',
      en: "userInformation of six phones is what the carrier's own SDK was recorded sending",
    },
    source: 'protocol.md §3',
    async run(subject) {
      for (const recorded of RECORDED_PHONES) {
        await onPhone(subject, recorded, (phone) => {
          const expected = decodeURIComponent(recorded.userInformation)
          const sent = phone.getImgSrc().query.get('userInformation')
          // Percent-encoding is another scenario's matter: a raw `+` or `=` decodes to itself.
          must(sent === expected, `userInformation of ${recorded.name} must be the recorded one`)
        })
      }
    },
  },
  {
    id: '@sdk_user_information_encoded',
    title: { zh: 'userInformation 在地址中经过百分号编码', en: 'userInformation is percent-encoded in the address' },
    source: 'protocol.md §3',
    async run(subject) {
      for (const recorded of RECORDED_PHONES) {
        await onPhone(subject, recorded, (phone) => {
          const sent = phone.getImgSrc().raw.get('userInformation') ?? ''
          must(!/[+/=]/.test(sent), `userInformation of ${recorded.name} must be percent-encoded in the address`)
        })
      }
    },
  },
  {
    id: '@sdk_wxappid',
    title: {
      zh: 'wxappid 取自小程序自身，图片与 token 请求都带上',
      en: "wxappid is the mini-program's own, on the image and in the token request",
    },
    source: 'S 2.1',
    async run(subject) {
      for (const recorded of RECORDED_PHONES.slice(0, 2)) {
        await onPhone(subject, recorded, async (phone) => {
          mustEqual(phone.getImgSrc().query.get('wxappid'), recorded.wxappid, "the image's wxappid")
          await phone.getTokenInfo()
          const body = phone.sent[0]?.body as { readonly body?: { readonly wxappid?: unknown } } | undefined
          mustEqual(body?.body?.wxappid, recorded.wxappid, "the token request's wxappid")
        })
      }
    },
  },
] satisfies ClientScenarios
