// Causes that the documents name and no platform can produce: why there is no scenario for them.
import type { Call, CauseId } from '@local-number/protocol/return-codes'
import type { Localized } from '../texts'

export interface WithoutScenario {
  readonly call: Call
  readonly code: string
  readonly cause: CauseId
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
const SDKS_OWN: Localized = {
  zh: 'JSSDK 自己给出的返回码，平台没有参与。',
  en: "The JSSDK's own code: the platform has no part in it.",
}

export const WITHOUT_SCENARIO: readonly WithoutScenario[] = [
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
