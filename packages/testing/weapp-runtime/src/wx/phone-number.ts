// `<button open-type="getPhoneNumber">`: WeChat looks at the quota when the user taps, then asks the user. The words and
// numbers are those of 手机号快速验证组件 (developers.weixin.qq.com/miniprogram/dev/framework/open-ability/getPhoneNumber.html);
// the words of a denial are those that developers report (community/develop/doc/0006ca323245887b5f10182456b400).
import type { PhoneNumberDetail } from '../built-ins/built-in'
import type { Host } from '../device'
import type { Screen } from '../view/screen'
import { CallFailure } from './call-failure'

const NO_QUOTA = 1400001

type PhoneNumberHost = Pick<Host, 'hasPhoneNumberQuota' | 'issuePhoneNumberCode'>

/** As the host says, or its default. */
export async function hasPhoneNumberQuota(host: PhoneNumberHost, appId: string): Promise<boolean> {
  return (await host.hasPhoneNumberQuota?.(appId)) ?? true
}

/** As the host says, or its default. */
export async function issuePhoneNumberCode(host: PhoneNumberHost, appId: string): Promise<string> {
  return (await host.issuePhoneNumberCode?.(appId)) ?? 'a made-up code that WeChat does not accept'
}

export interface PhoneNumberOptions {
  readonly appId: string
  readonly host: PhoneNumberHost
  readonly screen: Pick<Screen, 'ask'>
  /** Opens the pop-up of the privacy guide if the user has not agreed to it. */
  readonly authorize: (api: string) => Promise<void>
}

/** @returns what a tap on the button does */
export function createPhoneNumberRequest({ appId, host, screen, authorize }: PhoneNumberOptions) {
  const request = async (tellsNoQuota: boolean): Promise<{ readonly code: string }> => {
    await authorize('getPhoneNumber')
    if (!(await hasPhoneNumberQuota(host, appId))) {
      if (tellsNoQuota) void screen.ask(NO_QUOTA_NOTICE)
      throw new CallFailure('no quota', NO_QUOTA)
    }
    if (!(await screen.ask(QUESTION))) throw new CallFailure('user deny')
    return { code: await issuePhoneNumberCode(host, appId) }
  }
  return (tellsNoQuota: boolean): Promise<PhoneNumberDetail> =>
    request(tellsNoQuota).then(
      (answer) => ({ errMsg: 'getPhoneNumber:ok', ...answer }),
      ({ message, errno }: CallFailure) => ({
        errMsg: `getPhoneNumber:fail ${message}`,
        ...(errno === undefined ? {} : { errno }),
      }),
    )
}

const QUESTION = {
  title: '申请获取并验证你的手机号',
  content: '微信绑定号码',
  confirmText: '允许',
  cancelText: '不允许',
}

const NO_QUOTA_NOTICE = {
  title: '申请获取你的手机号',
  content: '该功能使用次数已达当前小程序上限，暂时无法使用',
  confirmText: '知道了',
  cancelText: null,
}
