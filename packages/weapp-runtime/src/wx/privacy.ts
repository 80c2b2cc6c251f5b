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
}
type OwnPopUp = (resolve: (answer: OwnAnswer) => void, info: { readonly referrer: string }) => void

export function privacyApi({ privacy }: DeviceSettings, { call, act }: Calls, thread: LogicThread, screen: Screen) {
  let agreed = privacy === 'agreed'
  let ownPopUp: OwnPopUp | null = null
  let asking: Promise<boolean> | null = null

  const ask = (): Promise<boolean> => {
    const own = ownPopUp
    if (!own) return screen.ask(WECHATS_OWN)
    return new Promise((resolve) => {
      const answered = ({ event }: OwnAnswer) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree')
      }
      thread.run(() => own(answered, { referrer: 'requirePrivacyAuthorize' }))
    })
  }
  return {
    getPrivacySetting: call('getPrivacySetting', () => ({
      needAuthorization: !agreed,
      privacyContractName: '《小程序隐私保护指引》',
    })),
    // The typings have the listener's parameters wrong: it gets `resolve` and who asks.
    onNeedPrivacyAuthorization: ((listener: OwnPopUp) => {
      ownPopUp = listener
    }) as unknown as Wx['onNeedPrivacyAuthorization'],
    requirePrivacyAuthorize: act('requirePrivacyAuthorize', async () => {
      if (agreed) return
      asking ??= ask()
      agreed = await asking
      asking = null
      if (!agreed) throw new CallFailure('privacy permission is not authorized', NOT_AUTHORIZED)
    }),
  } satisfies Partial<Wx>
}

const WECHATS_OWN = {
  title: '用户隐私保护提示',
  content: '使用本小程序前，请阅读并同意《小程序隐私保护指引》。',
  confirmText: '同意',
  cancelText: '拒绝',
}
