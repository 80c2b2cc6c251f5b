// 用户隐私保护指引: whether the user has agreed, and the pop-up that asks.
import type { DeviceSettings } from '../device'
import { CallFailure } from './call-failure'
import type { ScreenParts } from './pages'
import type { Wx } from './wechat-types'

/** WeChat's error number for `privacy permission is not authorized`. */
const NOT_AUTHORIZED = 104

/** The answer of a mini-program's own pop-up. It may report first that the pop-up is on the screen. */
interface PopUpAnswer {
  readonly event: 'agree' | 'disagree' | 'exposureAuthorization'
  /** With `agree`: the id of the `<button open-type="agreePrivacyAuthorization">` that the user tapped. */
  readonly buttonId?: string
}
type OwnPopUp = (resolve: (answer: PopUpAnswer) => void, info: { readonly referrer: string }) => void

export function createPrivacyApi(privacy: DeviceSettings['privacy'], { calls, thread, screen }: ScreenParts) {
  const { call, act } = calls
  let agreed = privacy === 'agreed'
  let ownPopUp: OwnPopUp | null = null
  let asking: Promise<boolean> | null = null
  const tapped = new Set<string>()

  const ask = (referrer: string): Promise<boolean> => {
    const own = ownPopUp
    if (!own) return screen.ask(WECHAT_POP_UP)
    return new Promise((resolve) => {
      const answer = ({ event, buttonId = '' }: PopUpAnswer) => {
        if (event === 'exposureAuthorization') return
        resolve(event === 'agree' && tapped.has(buttonId))
        if (event === 'agree' && !tapped.has(buttonId)) throw new Error(NOT_TAPPED)
      }
      thread.run(() => own(answer, { referrer }))
    })
  }
  /** Calls made at the same time share one pop-up. */
  const authorize = async (api: string): Promise<void> => {
    if (agreed) return
    asking ??= ask(api).finally(() => {
      asking = null
    })
    agreed = (await asking) || agreed
    if (!agreed) throw new CallFailure('privacy permission is not authorized', NOT_AUTHORIZED)
  }
  /** The user has tapped a `<button open-type="agreePrivacyAuthorization">`. */
  const consent = (buttonId: string) => {
    agreed = true
    tapped.add(buttonId)
  }
  const api = {
    getPrivacySetting: call('getPrivacySetting', () => ({
      needAuthorization: !agreed,
      privacyContractName: '《小程序隐私保护指引》',
    })),
    // The typings of the listener's parameters are wrong: it receives `resolve` and what asked.
    onNeedPrivacyAuthorization: ((listener: OwnPopUp) => {
      ownPopUp = listener
    }) as unknown as Wx['onNeedPrivacyAuthorization'],
    requirePrivacyAuthorize: act('requirePrivacyAuthorize', () => authorize('requirePrivacyAuthorize')),
  } satisfies Partial<Wx>
  return { api, authorize, consent }
}

const NOT_TAPPED =
  'agree without a tap: WeChat wants the id of a <button open-type="agreePrivacyAuthorization"> that was tapped'

const WECHAT_POP_UP = {
  title: '用户隐私保护提示',
  content: '使用本小程序前，请阅读并同意《小程序隐私保护指引》。',
  confirmText: '同意',
  cancelText: '拒绝',
}
