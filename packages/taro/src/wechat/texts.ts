// Every text of the way that the component does not have already, and the locale that is built in.
import type { WayLocale, WayTexts } from '../way/texts'
import type { OwnProblem } from './types'

export interface WechatTexts extends WayTexts {
  readonly problems: Readonly<Record<OwnProblem, string>>
}

export type WechatLocale = WayLocale<WechatTexts>

export const wechatZhCN: WechatLocale = {
  tag: 'zh-CN',
  texts: {
    label: '微信手机号登录',
    consent: '我已阅读并同意{terms}',
    problems: {
      countryUnsupported: '仅支持中国大陆手机号，请使用其他方式登录',
      denied: '您未授权手机号，可再点一次，或使用其他方式登录',
      expiredCode: '授权已失效，请再点一次',
      noQuota: '暂时无法使用微信手机号，请使用其他方式登录',
    },
  },
}
