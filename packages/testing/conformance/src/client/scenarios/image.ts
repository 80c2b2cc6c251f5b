// The address of the zero-size image, whose request retrieves the number (protocol.md §3).
import { PATHS } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { APP_ID, createClientScenario, withPhone } from '../phone/phone'
import { RECORDED_PHONES } from '../phone/recorded-phones'
import { parseTokenRequest } from '../phone/token-request'
import type { ClientScenarios } from './types'

const ID_32 = /^[0-9A-Za-z]{32}$/

export const imageScenarios = [
  createClientScenario(
    {
      id: '@sdk_image_address',
      title: { zh: '图片地址为明文 http 的 getMobile.htm', en: 'the image is getMobile.htm over plain HTTP' },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { origin, path } = phone.getImgSrc()
      assert(
        origin.startsWith('http:'),
        'the image must be loaded over plain HTTP, where the gateway can insert the number',
      )
      assertEqual(path, PATHS.getMobile, "the image's path")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_image_parameters',
      title: { zh: '图片地址带齐全部参数', en: 'the image has every parameter' },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { query } = phone.getImgSrc()
      assertEqual(query.get('version'), '1.2', "the image's version")
      assertEqual(query.get('appId'), APP_ID, "the image's appId")
      assert(ID_32.test(query.get('msgId') ?? ''), "the image's msgId must be 32 characters of 0-9A-Za-z")
      assert(ID_32.test(query.get('uuid') ?? ''), "the image's uuid must be 32 characters of 0-9A-Za-z")
      for (const name of ['timestamp', 'expandParams', 'userInformation', 'wxappid']) {
        assert((query.get(name) ?? '') !== '', `the image's address must have ${name}`)
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_image_open_type',
      title: { zh: 'openType 按传入值发送', en: 'openType is sent unchanged' },
      source: 'S 2.4',
    },
    (phone) => {
      for (const openType of ['1', '0']) {
        assertEqual(phone.getImgSrc({ openType }).query.get('openType'), openType, "the image's openType")
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_image_expand_params',
      title: {
        zh: '图片的 expandParams 以 callType=6005 开头，整体编码一次',
        en: "the image's expandParams begin with callType=6005, and are percent-encoded once",
      },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { raw } = phone.getImgSrc({ expandParams: 'phoneNum=18818888888|a=1' })
      assertEqual(raw.get('expandParams'), 'callType%3D6005%7CphoneNum%3D18818888888%7Ca%3D1', 'expandParams')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_expand_params_special',
      title: {
        zh: 'expandParams 里的 &、# 等字符同样经过编码',
        en: 'special characters such as & and # are percent-encoded in expandParams',
      },
      source: 'protocol.md §3',
    },
    (phone) => {
      const { raw } = phone.getImgSrc({ expandParams: 'k=a&b#c' })
      assertEqual(raw.get('expandParams'), 'callType%3D6005%7Ck%3Da%26b%23c', 'expandParams')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_no_undefined',
      title: {
        zh: '未传 expandParams 或传空时只发送 callType，没有 undefined 字样',
        en: 'without expandParams, or if they are empty, only callType is sent, and never the text undefined',
      },
      source: 'protocol.md §3',
      basis: 'ours',
    },
    async (phone) => {
      for (const data of [{}, { expandParams: '' }]) {
        assertEqual(phone.getImgSrc(data).query.get('expandParams'), 'callType=6005', "the image's expandParams")
        await phone.getTokenInfo(data)
        const { expandParams } = parseTokenRequest(phone.sent.at(-1)).body
        assertEqual(decodeURIComponent(String(expandParams)), 'callType=6006', "the token request's expandParams")
      }
      assert(!JSON.stringify(phone.sent).includes('undefined'), 'the token request must not contain the text undefined')
    },
  ),
  {
    id: '@sdk_user_information_recorded',
    title: {
      zh: '六种手机的 userInformation 与运营商 SDK 的实录一致',
      en: "userInformation of six phones equals recordings of the carrier's SDK",
    },
    source: 'protocol.md §3',
    async run(subject) {
      for (const recorded of RECORDED_PHONES) {
        await withPhone(subject, recorded, (phone) => {
          const expected = decodeURIComponent(recorded.userInformation)
          const sent = phone.getImgSrc().query.get('userInformation')
          // Another scenario tests the percent-encoding: an unencoded `+` or `=` decodes to itself.
          assert(sent === expected, `userInformation of ${recorded.name} must equal the recording`)
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
        await withPhone(subject, recorded, (phone) => {
          const sent = phone.getImgSrc().raw.get('userInformation') ?? ''
          assert(!/[+/=]/.test(sent), `userInformation of ${recorded.name} must be percent-encoded in the address`)
        })
      }
    },
  },
  {
    id: '@sdk_wxappid',
    title: {
      zh: 'wxappid 取自小程序自身，图片与 token 请求都带上',
      en: "image and token request have the mini-program's own wxappid",
    },
    source: 'S 2.1',
    async run(subject) {
      for (const recorded of RECORDED_PHONES.slice(0, 2)) {
        await withPhone(subject, recorded, async (phone) => {
          assertEqual(phone.getImgSrc().query.get('wxappid'), recorded.wxappid, "the image's wxappid")
          await phone.getTokenInfo()
          const body = phone.sent[0]?.body as { readonly body?: { readonly wxappid?: unknown } } | undefined
          assertEqual(body?.body?.wxappid, recorded.wxappid, "the token request's wxappid")
        })
      }
    },
  },
] satisfies ClientScenarios
