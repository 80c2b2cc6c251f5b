// Every text of the way that the component does not have already, and the locale that is built in.
import type { WayLocale, WayTexts } from '../way/texts'
import type { OwnProblem } from './types'

export interface SmsTexts extends WayTexts {
  /** Above the number's field, and its name for screen readers. */
  readonly phone: string
  /** In the number's field, while it is empty. */
  readonly placeholder: string
  readonly send: string
  /** On the consent dialog's button, before a code is sent. */
  readonly agree: string
  /** On the button that requests a code, while the app's captcha is shown. */
  readonly captcha: string
  /** Above the code's field, and its name for screen readers. `{phone}` is the number. */
  readonly sent: string
  readonly resend: string
  /** Until then, on the same button: `{n}` seconds, 1 to 60. */
  readonly resendAfter: string
  /** `invalidCode` is the code's placeholder, too. In `wrongCode`, `{n}` is the number of tries that are left. */
  readonly problems: Readonly<Record<OwnProblem, string>>
}

export type SmsLocale = WayLocale<SmsTexts>

export const smsZhCN: SmsLocale = {
  tag: 'zh-CN',
  texts: {
    label: '短信验证码登录',
    consent: '我已阅读并同意{terms}',
    phone: '手机号',
    placeholder: '请输入手机号',
    send: '获取验证码',
    agree: '同意并获取验证码',
    sent: '验证码已发送至 {phone}',
    resend: '重新获取',
    resendAfter: '{n} 秒后重新获取',
    captcha: '请先完成验证',
    problems: {
      invalidCode: '请输入 6 位数字',
      wrongCode: '验证码不正确（剩余 {n} 次）',
      expiredCode: '验证码已失效，请重新获取',
      captchaRefused: '验证未通过，请重试',
      messageUnavailable: '短信暂时无法发送',
    },
  },
}
