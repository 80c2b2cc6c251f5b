// What getTokenInfo sends (protocol.md §4).
import { PATHS } from '@local-number/protocol'
import { assert, assertEqual } from '../../assertions'
import { APP_ID, assertRefused, createClientScenario, type Phone, SIGN } from '../phone/phone'
import { parseTokenRequest } from '../phone/token-request'
import type { ClientScenarios } from './types'

const EXPAND_PARAMS = 'phoneNum=18818888888|a=1'
const WITH_CALL_TYPE = `callType=6006|${EXPAND_PARAMS}`

export const tokenRequestScenarios = [
  createClientScenario(
    {
      id: '@sdk_token_post',
      title: { zh: 'getToken 是一次 POST，地址正确', en: 'getToken is one POST request to its address' },
      source: 'protocol.md §4',
    },
    async (phone) => {
      await requestToken(phone)
      assertEqual(phone.sent.length, 1, 'the number of requests of one getTokenInfo')
      assertEqual(phone.sent[0]?.method, 'POST', "the token request's method")
      const path = new URL(phone.sent[0]?.url ?? '', 'http://nowhere').pathname
      assertEqual(path, PATHS.getToken, "the token request's path")
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_content_type',
      title: { zh: 'getToken 的请求类型为 JSON', en: 'the content type of the token request is JSON' },
      source: 'protocol.md §4',
    },
    async (phone) => {
      await requestToken(phone)
      assert(
        /^application\/json\s*(;|$)/i.test(phone.sent[0]?.contentType ?? ''),
        'the token request must have content-type: application/json',
      )
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_fields',
      title: {
        zh: 'getToken 报文的 header 与 body 字段齐全',
        en: 'the token request has all fields in header and body',
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      const { header, body } = await requestToken(phone)
      assertEqual(header.version, '1.2', 'header.version')
      assertEqual(header.appId, APP_ID, 'header.appId')
      const fields = { ...header, ...body }
      for (const name of ['msgId', 'timestamp', 'uuid', 'sign', 'wxappid', 'expandParams']) {
        assert(typeof fields[name] === 'string' && fields[name] !== '', `the token request's ${name} must be text`)
      }
      assertEqual(Object.keys(header).sort(), ['appId', 'msgId', 'timestamp', 'version'], 'the fields of header')
      assertEqual(Object.keys(body).sort(), ['expandParams', 'sign', 'uuid', 'wxappid'], 'the fields of body')
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_expand_params',
      title: {
        zh: 'getToken 的 expandParams 以 callType=6006 开头',
        en: "the token request's expandParams begin with callType=6006, raw or percent-encoded",
      },
      source: 'protocol.md §4',
    },
    async (phone) => {
      const { body } = await requestToken(phone, { expandParams: EXPAND_PARAMS })
      assert(
        body.expandParams === WITH_CALL_TYPE || body.expandParams === encodeURIComponent(WITH_CALL_TYPE),
        'expandParams must be callType=6006, followed by those of the caller',
      )
    },
  ),
  createClientScenario(
    {
      id: '@sdk_token_sign_unchanged',
      title: { zh: '业务方给的 sign 原样发送', en: "the business server's sign is sent unchanged" },
      source: 'S 2.5.1',
    },
    async (phone) => {
      for (const sign of [SIGN, `second${SIGN}`]) {
        const { body } = await requestToken(phone, { sign })
        assert(body.sign === sign, 'sign must be sent unchanged')
      }
    },
  ),
  createClientScenario(
    {
      id: '@sdk_required_fields',
      title: {
        zh: '缺少必填的 appId 或 sign 时走 error 回调且不发请求',
        en: 'without appId or sign, the error callback is called and no request is sent',
      },
      source: 'S 2.5.1',
      basis: 'inferred',
    },
    async (phone) => {
      for (const [name, missing] of MISSING) {
        phone.getImgSrc()
        phone.getSign()
        const { code } = assertRefused(await phone.getTokenInfo(missing))
        assert(typeof code === 'string', `the error callback without ${name} must receive a code as text`)
        assertEqual(phone.sent.length, 0, `the number of requests without ${name}`)
      }
    },
  ),
] satisfies ClientScenarios

const MISSING = [
  ['appId', { appId: '' }],
  ['sign', { sign: '' }],
  ['appId', { appId: undefined }],
  ['sign', { sign: undefined }],
] as const

async function requestToken(phone: Phone, data = {}) {
  phone.getImgSrc(data)
  phone.getSign()
  await phone.getTokenInfo(data)
  return parseTokenRequest(phone.sent.at(-1))
}
