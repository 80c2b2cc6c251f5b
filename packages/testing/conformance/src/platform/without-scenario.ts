// Causes that the documents name and no platform can produce: why there is no scenario for them.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../texts'

export interface WithoutScenario {
  readonly call: Call
  readonly code: string
  /** Of a code that is no failure there is none. */
  readonly cause?: CauseId
  readonly why: Localized
}

const VERIFIED_FIRST: Localized = {
  zh: '平台先验签：签名和密钥的问题都在解密之前以 130018 返回。',
  en: 'The signature is verified first: whatever is wrong with it or its key shows as 130018 before anything is decrypted.',
}
const ANY_TOOL: Localized = {
  zh: '密钥出自哪个工具在报文上看不出来；不配对才是可见的原因。',
  en: 'Which tool made a key does not show on the wire; that it does not match does.',
}
const BEFORE_A_TOKEN: Localized = {
  zh: '走 Wi-Fi 或其他运营商网络时图片先失败，没有 token 可以校验。',
  en: "On Wi-Fi or another carrier's network the image fails first, and there is no token to verify.",
}
const SDKS_OWN: Localized = {
  zh: 'JSSDK 自己给出的返回码，平台没有参与。',
  en: "The JSSDK's own code: the platform has no part in it.",
}

export const WITHOUT_SCENARIO: readonly WithoutScenario[] = [
  {
    call: 'getToken',
    code: '103000',
    why: {
      zh: 'App 版的成功码；小程序版和 H5 版的成功码都是 000000。',
      en: "The app edition's success; that of mini-programs and H5 pages is 000000.",
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
      en: 'A failure within the platform: a fault, or the magic number 16003000003, gives the code itself.',
    },
  },
  {
    call: 'verify',
    code: '303',
    cause: 'notJson',
    why: {
      zh: '不是 JSON 的报文里读不出应用，平台不知道该用哪套返回码：一律是 130032。',
      en: 'What is no JSON names no app, so the platform cannot know its dialect: it is 130032 for all.',
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
    why: { zh: '由微信拦下，请求没有发出。', en: 'WeChat holds the request back: it never leaves the phone.' },
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
      en: 'A missing field is answered 130010; 130030 is for malformed ones.',
    },
  },
  {
    call: 'getToken',
    code: '130010',
    cause: 'wrongLine',
    why: {
      zh: '走错线路时图片先失败，页面不会再获取 token。',
      en: 'On the wrong line the image fails first, and the page asks for no token.',
    },
  },
]
