// Causes that the documents name but no platform can produce, with the reason why there is no scenario.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../localized'

export interface WithoutScenario {
  readonly call: Call
  readonly code: string
  /** None for a code that is not a failure. */
  readonly cause?: CauseId
  readonly why: Localized
}

const VERIFIED_FIRST: Localized = {
  zh: '平台先验签：签名和密钥的问题都在解密之前以 130018 返回。',
  en: 'The signature is verified first: any problem with it or its key gives 130018 before anything is decrypted.',
}
const ANY_TOOL: Localized = {
  zh: '密钥出自哪个工具在报文上看不出来；不配对才是可见的原因。',
  en: 'The messages do not show which tool made a key, only that keys do not match.',
}
const BEFORE_A_TOKEN: Localized = {
  zh: '走 Wi-Fi 或其他运营商网络时图片先失败，没有 token 可以校验。',
  en: "On Wi-Fi or another carrier's network, number retrieval fails first, and there is no token to verify.",
}
const SDKS_OWN: Localized = {
  zh: 'JSSDK 自己给出的返回码，平台没有参与。',
  en: 'A code of the JSSDK itself: the platform is not involved.',
}
const BLOCKED_BY_WECHAT: Localized = {
  zh: '由微信拦下，请求没有发出。',
  en: 'WeChat blocks the request: it never leaves the phone.',
}

export const WITHOUT_SCENARIO: readonly WithoutScenario[] = [
  {
    call: 'getToken',
    code: '103000',
    why: {
      zh: 'App 版的成功码；小程序版和 H5 版的成功码都是 000000。',
      en: 'The success code of the app edition; the mini-program and H5 editions use 000000.',
    },
  },
  { call: 'verify', code: '002', cause: 'wifi', why: BEFORE_A_TOKEN },
  { call: 'verify', code: '002', cause: 'otherCarrier', why: BEFORE_A_TOKEN },
  {
    call: 'verify',
    code: '003',
    cause: 'tokenCheckUnavailable',
    why: {
      zh: '平台内部的故障；用故障或魔法号码 16003000003 可以直接得到这个码。',
      en: 'A failure inside the platform: a fault, or the magic number 16003000003, produces the code directly.',
    },
  },
  {
    call: 'verify',
    code: '303',
    cause: 'notJson',
    why: {
      zh: '不是 JSON 的报文里读不出应用，平台不知道该用哪套返回码：一律是 130032。',
      en: 'A body that is not JSON names no app, so the platform does not know its dialect and answers 130032.',
    },
  },
  { call: 'verify', code: '130016', cause: 'keysNotFromTool', why: VERIFIED_FIRST },
  { call: 'verify', code: '130016', cause: 'keyPairMismatch', why: VERIFIED_FIRST },
  { call: 'verify', code: '130016', cause: 'signedWithoutTool', why: VERIFIED_FIRST },
  { call: 'verify', code: '130018', cause: 'keysNotFromTool', why: ANY_TOOL },
  { call: 'getToken', code: '130018', cause: 'keysNotFromTool', why: ANY_TOOL },
  { call: 'getToken', code: '500', cause: 'imageFailed', why: SDKS_OWN },
  { call: 'getToken', code: '500', cause: 'interfaceFailed', why: SDKS_OWN },
  {
    call: 'getToken',
    code: '0',
    cause: 'domainNotListed',
    why: BLOCKED_BY_WECHAT,
  },
  {
    call: 'getToken',
    code: '130030',
    cause: 'openTypeWrong',
    why: { zh: 'getToken 的报文里没有 openType。', en: 'The token call carries no openType.' },
  },
  {
    call: 'getToken',
    code: '130030',
    cause: 'tokenParameterMissing',
    why: {
      zh: '缺少字段以 130010 返回，130030 只用于格式不对的字段。',
      en: 'A missing field gives 130010; 130030 is for malformed fields.',
    },
  },
  {
    call: 'getToken',
    code: '130010',
    cause: 'wrongLine',
    why: {
      zh: '走错线路时图片先失败，页面不会再获取 token。',
      en: 'On the wrong line, number retrieval fails first, and the page requests no token.',
    },
  },
  { call: 'httpsGetMobile', code: '500', cause: 'interfaceFailed', why: SDKS_OWN },
  { call: 'httpsGetMobile', code: '0', cause: 'domainNotListed', why: BLOCKED_BY_WECHAT },
  {
    call: 'httpsGetMobile',
    code: '103111',
    cause: 'vpnOrProxy',
    why: {
      zh: '网关看不出 VPN 和代理，它们与 Wi-Fi 一样：请求不是从移动网络来的。',
      en: 'The gateway cannot tell a VPN or proxy from Wi-Fi: the request does not come from the mobile network.',
    },
  },
  {
    call: 'httpsGetMobile',
    code: '110025',
    cause: 'businessTypeWrong',
    why: {
      zh: '厂商的表里两个码都写“businessType 错误”，分别在何时出现不得而知；模拟器用 110024。',
      en: 'Vendors list two codes for a wrong businessType, and not when which is answered: the simulator uses 110024.',
    },
  },
]
