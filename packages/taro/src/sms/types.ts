// What the way's parts say to each other.
import type { ApiCall } from '@local-number/login'
import type {
  ConsentReceipt,
  SmsCheckAnswer,
  SmsCheckRequest,
  SmsSendAnswer,
  SmsSendRequest,
} from '@local-number/protocol'
import type { StoreApi } from 'zustand/vanilla'
import type { ConsentActions, ConsentState } from '../way/consent-actions'
import type { CommonProblem } from '../way/refusals'
import type { Visit } from '../way/use-visit'
import type { SmsMemory } from './memory'

/**
 * The server of the way: ours over HTTP or as a cloud function, or the app's own functions. Throw a `LoginApiError` to
 * name a code; any other error counts as a server that could not be reached.
 */
export interface SmsApi {
  send(request: SmsSendRequest, call: ApiCall): Promise<SmsSendAnswer>
  /** Called again with the identical request if its answer is lost: answer the same, and count it once. */
  check(request: SmsCheckRequest, call: ApiCall): Promise<SmsCheckAnswer>
}

/** Those that the component has words for, as the carrier's way needs them, too; and the way's own. */
export type SmsProblem =
  | CommonProblem
  | 'attemptsExhausted'
  | 'consentMissing'
  | 'dailyLimit'
  | 'invalidPhone'
  | OwnProblem

export type OwnProblem = 'invalidCode' | 'wrongCode' | 'expiredCode' | 'captchaRefused' | 'messageUnavailable'

export interface SmsState extends ConsentState {
  readonly step: 'number' | 'code'
  /** What has been typed so far, and whether it is the remembered number: as in the login's own states. */
  readonly phone: string
  readonly remembered: boolean
  readonly code: string
  readonly running: 'send' | 'check' | null
  readonly problem: SmsProblem | null
  /** The app's captcha is shown: no message can be requested without it. */
  readonly captcha: boolean
  /** With `wrongCode`: guesses that the code still takes. */
  readonly attemptsLeft: number
  /** Increases when it is the user's turn to type, or to correct: the field takes the focus. */
  readonly turns: number
}

export interface SmsVisit extends Visit, ConsentActions {
  readonly store: StoreApi<SmsState>
  edit(text: string): void
  /** With its last digit, the code is submitted. */
  editCode(text: string): void
  submit(): void
  resend(): void
  /** The user has solved the captcha. */
  prove(proof: string): void
  cancelCaptcha(): void
  changeNumber(): void
  /** How long the user has to wait before a message can be requested for this number, in ms. */
  getWaitMs(): number
}

export interface SmsParts {
  readonly api: SmsApi
  readonly memory: SmsMemory
  readonly receipt: ConsentReceipt
  readonly readDevice: (() => string) | undefined
  /** The page can show one. */
  readonly hasCaptcha: boolean
}
