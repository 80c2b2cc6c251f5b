// 用户隐私保护指引: whether the user has agreed, and the pop-up that asks.
import type { DeviceSettings } from '../device'
import type { LogicThread } from '../logic/thread'
import type { Screen } from '../view/screen'
import { CallFailure, type Calls, type Wx } from './call'

/** `privacy permission is not authorized`. */
const NOT_AUTHORIZED = 104

/** What a mini-program with a pop-up of its own answers; it may say first that the pop-up is on the screen. */
interface OwnAnswer {
  readonly event: 'agree' | 'disagree' | 'exposureAuthorization'
  /** With `agree`: the `<button open-type="agreePrivacyAuthorization">` that the user tapped. */
  readonly buttonId?: string
}
type OwnPopUp = (resolve: (answer: OwnAnswer) => void, info: { readonly referrer: string }) => void

export function privacyApi({ privacy }: DeviceSettings, { call, act }: Calls, thread: LogicThread, screen: Screen) {
  let agreed = privacy === 'agreed'
  let ownPopUp: OwnPopUp | null = null
  let asking: Promise<boolean> | null = null
  const tapped = new Set<string>()

  const ask = (referrer: string): Promise<boolean> => {
    const own = ownPopUp
    if (!own) return screen.ask(WECHATS_OWN)
    return new Promise((resolve) => {
      const answered = ({ event, buttonId = '' }: OwnAnswer) => {
        if (event === 'exposureAuthorization') return
        resolve(event === 'agree' && tapped.has(buttonId))
        if (event === 'agree' && !tapped.has(buttonId)) throw new Error(NOT_TAPPED)
      }
      thread.run(() => own(answered, { referrer }))
    })
  }
  /** All who ask at the same time share one pop-up. */
  const authorized = async (api: string): Promise<void> => {
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
    // The typings have the listener's parameters wrong: it gets `resolve` and who asks.
    onNeedPrivacyAuthorization: ((listener: OwnPopUp) => {
      ownPopUp = listener
    }) as unknown as Wx['onNeedPrivacyAuthorization'],
    requirePrivacyAuthorize: act('requirePrivacyAuthorize', () => authorized('requirePrivacyAuthorize')),
  } satisfies Partial<Wx>
  return { api, authorized, consent }
}

const NOT_TAPPED =
  'agree without a tap: WeChat wants the id of a <button open-type="agreePrivacyAuthorization"> that was tapped'

const WECHATS_OWN = {
  title: '用户隐私保护提示',
  content: '使用本小程序前，请阅读并同意《小程序隐私保护指引》。',
  confirmText: '同意',
  cancelText: '拒绝',
}
