// What the way's parts say to each other.
import type { ApiCall } from '@local-number/login'
import type { ConsentReceipt, WechatPhoneAnswer, WechatPhoneRequest } from '@local-number/protocol'
import type { StoreApi } from 'zustand/vanilla'
import type { ConsentActions, ConsentMemory, ConsentState } from '../way/consent-actions'
import type { CommonProblem } from '../way/refusals'
import type { Visit } from '../way/use-visit'

/**
 * The server of the way: ours over HTTP or as a cloud function, or the app's own function. Throw a `LoginApiError` to
 * name a code; any other error counts as a server that could not be reached.
 */
export interface WechatApi {
  /** Exchanges the code of WeChat's button for the number. WeChat takes a code once. */
  exchange(request: WechatPhoneRequest, call: ApiCall): Promise<WechatPhoneAnswer>
}

/** Those that the component has words for, as the carrier's way needs them, too; and the way's own. */
export type WechatProblem = CommonProblem | 'consentMissing' | OwnProblem

export type OwnProblem = 'countryUnsupported' | 'denied' | 'expiredCode' | 'noQuota'

export interface WechatState extends ConsentState {
  readonly running: boolean
  readonly problem: WechatProblem | null
  /** Increases with each problem, so that the same one is announced again. */
  readonly problems: number
}

/** What WeChat's button reports. */
export interface WechatReport {
  readonly errMsg?: string
  readonly errno?: number
  /** Valid for five minutes, once. Missing if the user has denied, or WeChat has. */
  readonly code?: string
}

export interface WechatVisit extends Visit, ConsentActions {
  readonly store: StoreApi<WechatState>
  /** The user has tapped the button, which asks for consent until there is one. */
  press(): void
  /** WeChat's button has reported. */
  report(report: WechatReport): void
}

/** Outlives the visits of the way. */
export interface WechatMemory extends ConsentMemory {
  /** WeChat gives this mini-program no more numbers: the way is not offered any more. */
  noQuota: boolean
}

export interface WechatParts {
  readonly api: WechatApi
  readonly memory: WechatMemory
  readonly receipt: ConsentReceipt
}
