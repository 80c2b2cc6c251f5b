// What the HTTPS edition sends, and to whom (protocol.md §9).
import { HTTPS_CARRIER_ORIGINS, PATHS } from '@local-number/protocol'
import { assert, assertEqual } from '../../../assertions'
import {
  assertTokenGranted,
  composeExpectedBody,
  createHttpsScenario,
  type HttpsPhone,
  toHttpsAnswer,
  withHttpsPhone,
} from '../../https/phone'
import { RECORDED_BROWSERS } from '../../https/recorded-browsers'
import { RECORDED_PHONES } from '../../phone/recorded-phones'
import type { ClientScenarios } from '../types'

const SOURCE = 'protocol.md §9'
const NEEDS = ['https'] as const

/** The headers that a page may send to another origin without asking first. */
const SIMPLE_HEADERS = ['accept', 'accept-language', 'content-language', 'content-type']
const SIMPLE_TYPES = ['', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']

/** Base libraries with `forceCellularNetwork`. */
const FORCING_LIBRARIES = ['2.21.0', '3.5.8']

/** The text in the image edition's userInformation, which this edition sends without base64. */
function decodeFingerprint(userInformation: string): string {
  return Buffer.from(decodeURIComponent(userInformation), 'base64').toString('utf8')
}

export const httpsRequestScenarios = [
  {
    id: '@sdk_https_request',
    title: {
      zh: 'HTTPS 版：小程序的请求与记录的手机一致',
      en: "HTTPS edition: a mini-program's request is that of the recorded phones",
    },
    source: SOURCE,
    needs: NEEDS,
    async run(subject) {
      for (const phone of RECORDED_PHONES) {
        await withHttpsPhone(subject, { edition: 'httpsMiniProgram', phone }, async (open) => {
          const userInformation = decodeFingerprint(phone.userInformation)
          const more = { userInformation, expandParams: 'callType=6006', wxappid: phone.wxappid }
          await assertSends(open, more)
          assertEqual(open.sent[0]?.contentType, 'application/json', 'the content type')
        })
      }
    },
  },
  {
    id: '@sdk_https_page_request',
    title: {
      zh: 'HTTPS 版：H5 页面的请求与记录的浏览器一致',
      en: "HTTPS edition: a page's request is that of the recorded browsers",
    },
    source: SOURCE,
    needs: NEEDS,
    async run(subject) {
      for (const browser of RECORDED_BROWSERS) {
        await withHttpsPhone(subject, { edition: 'httpsH5', browser }, (open) =>
          assertSends(open, { userInformation: browser.userInformation }),
        )
      }
    },
  },
  createHttpsScenario(
    {
      id: '@sdk_https_page_cors_simple',
      title: {
        zh: 'HTTPS 版：H5 页面的请求不触发预检',
        en: "HTTPS edition: a page's request needs no CORS preflight",
      },
      source: SOURCE,
      basis: 'inferred',
      editions: ['httpsH5'],
    },
    async ({ requestToken, sent }) => {
      await requestToken()
      const { headers = {}, contentType = '' } = sent[0] ?? {}
      const others = Object.keys(headers).filter((name) => !SIMPLE_HEADERS.includes(name))
      assertEqual(others, [], 'the headers for which a browser would ask first')
      const [type = ''] = contentType.split(';')
      assert(SIMPLE_TYPES.includes(type.trim().toLowerCase()), 'the content type must not need a preflight')
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_ids_unchanged',
      title: {
        zh: 'HTTPS 版：服务端给的 ids 和 sign 原样发送，msgId 等于 traceId',
        en: 'HTTPS edition: ids and sign are sent as the server gave them, and msgId equals traceId',
      },
      source: SOURCE,
    },
    async ({ requestToken, sent }) => {
      const ids = { traceId: 'V'.repeat(32), timestamp: '20301231235959999', version: '1.0' }
      for (const sign of ['0123456789abcdef0123456789abcdef', '0123456789ABCDEF0123456789ABCDEF']) {
        await requestToken({ ids, sign })
        const { traceId, timestamp, version, msgId, sign: sentSign } = Object(sent.at(-1)?.body)
        assertEqual({ traceId, timestamp, version }, ids, 'the sent ids')
        assertEqual(msgId, traceId, 'msgId')
        assertEqual(sentSign, sign, 'sign')
      }
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_expand_params',
      title: {
        zh: 'HTTPS 版：expandParams 以 callType=6006 开头，接业务方的参数',
        en: "HTTPS edition: expandParams are callType=6006, followed by the caller's own",
      },
      source: SOURCE,
      editions: ['httpsMiniProgram'],
    },
    async ({ requestToken, sent }) => {
      await requestToken({ expandParams: { phoneNum: '18818888888', a: '1' } })
      const { expandParams } = Object(sent[0]?.body)
      assertEqual(expandParams, 'callType=6006|phoneNum=18818888888|a=1', 'expandParams')
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_one_request',
      title: {
        zh: 'HTTPS 版：请求 token 之前什么也不发，之后只发一个请求、不加载图片，失败也不重试',
        en: 'HTTPS edition: nothing is sent before requestToken, and then one request, without an image or a retry',
      },
      source: SOURCE,
      basis: 'inferred',
    },
    async ({ requestToken, sent, answerWith, advance, countImages }) => {
      await advance(1_000)
      assertEqual(sent.length, 0, 'the number of requests before requestToken')
      const answers = [undefined, 'unreachable', 'silent', toHttpsAnswer({ resultCode: '103211', token: '' })] as const
      for (const [before, answer] of answers.entries()) {
        if (answer) answerWith(answer)
        await requestToken()
        assertEqual(sent.length, before + 1, 'the number of requests')
      }
      assertEqual(countImages(), 0, 'the number of images')
    },
  ),
  createHttpsScenario(
    {
      id: '@sdk_https_line',
      title: {
        zh: "HTTPS 版：isTest 为 '0' 时走测试线，否则走生产线",
        en: "HTTPS edition: isTest '0' selects the test line, anything else the production line",
      },
      source: SOURCE,
    },
    async ({ edition, requestToken, sent }) => {
      for (const isTest of [undefined, '1', '0']) {
        await requestToken({ isTest })
        const url = sent.at(-1)?.url ?? ''
        const isProduction = url === HTTPS_CARRIER_ORIGINS.production[edition] + PATHS.httpsGetMobile
        assertEqual(isProduction, isTest !== '0', `whether isTest ${isTest} reaches the production line`)
      }
    },
  ),
  {
    id: '@sdk_https_cellular',
    title: {
      zh: 'HTTPS 版：安卓手机连着 Wi-Fi 时，请求走蜂窝网络',
      en: 'HTTPS edition: beside Wi-Fi on Android, the request leaves over cellular',
    },
    source: 'protocol.md §8',
    basis: 'inferred',
    needs: NEEDS,
    async run(subject) {
      const [{ systemInfo }] = RECORDED_PHONES
      for (const SDKVersion of FORCING_LIBRARIES) {
        const phone = { network: 'wifi', systemInfo: { ...systemInfo, platform: 'android', SDKVersion } }
        await withHttpsPhone(subject, { edition: 'httpsMiniProgram', phone }, async ({ requestToken, sent }) => {
          assertTokenGranted(await requestToken())
          assertEqual(sent[0]?.bearer, 'cellular', `the bearer with base library ${SDKVersion}`)
        })
      }
    },
  },
] satisfies ClientScenarios

async function assertSends({ edition, requestToken, sent }: HttpsPhone, more: object): Promise<void> {
  assertTokenGranted(await requestToken())
  const { url, method, body } = sent[0] ?? {}
  assertEqual(url, HTTPS_CARRIER_ORIGINS.production[edition] + PATHS.httpsGetMobile, 'the address')
  assertEqual(method, 'POST', 'the method')
  assertEqual(body, composeExpectedBody(edition, more), 'the message')
}
