// What the slots receive: views of the app's own in place of the built-in ones.
import type { EntryProblem, FallbackReason, ProvenWay, StateOf } from '@local-number/login'
import type { ReactNode } from 'react'
import type { ExitControls } from './exit-controls'
import type { Terms } from './terms'
import type { ProgressStep } from './texts'
import type { OfferedWay } from './ways'

/** The consent, wherever it is asked for. */
export interface ConsentControls {
  /** The user has ticked the box. Never tick it yourself. */
  readonly agreed: boolean
  readonly setAgreed: (agreed: boolean) => void
  /** The carrier's terms and the app's own: link all of them. `<ConsentBox>` does. */
  readonly terms: readonly Terms[]
  /** Opens terms as the built-in view does. */
  readonly openTerms: (terms: Terms) => void
}

/** What a consent of your own receives. */
export interface ConsentView extends ConsentControls, ExitControls {
  /** The user goes on. With an unticked box, the built-in dialog asks for consent first. */
  readonly agree: () => void
}

/** What a phone entry of your own receives. */
export interface PhoneEntryView extends ConsentControls, ExitControls {
  /** The digits typed so far, at most 24; with a `+` in front while a country code may follow. */
  readonly phone: string
  /** `138 0013 8000`. */
  readonly display: string
  /** `phone` is the number that this device remembers: show it masked. `edit('')` empties the field. */
  readonly remembered: boolean
  readonly problem: EntryProblem | null
  /** Wrong numbers still allowed; `null` until the server has said so. */
  readonly attemptsLeft: number | null
  /** What the login is doing with the number; `null` while it can be edited. */
  readonly step: ProgressStep | null
  /** Takes the text of a field: the number is found in it, with any prefix and whatever stands around it. */
  readonly edit: (text: string) => void
  readonly submit: () => void
}

/** What a screen of your own that asks to turn Wi-Fi off receives. It goes on by itself when Wi-Fi is off. */
export interface TurnWifiOffView extends ExitControls {
  readonly retry: () => void
}

/** What a success of your own receives. */
export interface VerifiedView {
  /** 11 digits. Mask it where it is not needed. */
  readonly phone: string
  /** `138****8000`. */
  readonly masked: string
  /** `'sim'`, or the id of your way. */
  readonly way: ProvenWay
}

/** What a fallback of your own may show and do. */
export interface FallbackControls extends Pick<StateOf<'fallback'>, 'code' | 'traceId'> {
  /** Tries the carrier's way again; `null` when that could not help, as long as `waitSeconds` is not 0, too. */
  readonly retry: (() => void) | null
  /** How long the business server asks to wait before a retry. Counts down: the slot is called again each second. */
  readonly waitSeconds: number
  /** Those of `otherWays` that are available now. */
  readonly ways: readonly OfferedWay[]
  readonly chooseWay: (id: string) => void
  /** Calls `onCancel`; `null` without it. */
  readonly cancel: (() => void) | null
}

/** Called while rendering: return elements, and use hooks only inside your own components. */
export interface Slots {
  /**
   * The consent of `flow: 'stepByStep'`.
   *
   * @default the built-in view
   */
  readonly renderConsent?: (view: ConsentView) => ReactNode
  /**
   * The phone field, its button and its error, and with `flow: 'oneScreen'` the consent. Stays while the number is
   * verified, unless `renderProgress` is given.
   *
   * @default the built-in view
   */
  readonly renderPhoneEntry?: (view: PhoneEntryView) => ReactNode
  /**
   * The steps in which the user waits; `leave` goes to the other ways, if there are any.
   *
   * @default the built-in view
   */
  readonly renderProgress?: (step: ProgressStep, leave: () => void) => ReactNode
  /**
   * The step that asks to turn Wi-Fi off.
   *
   * @default the built-in view
   */
  readonly renderTurnWifiOff?: (view: TurnWifiOffView) => ReactNode
  /**
   * The number is verified, and the app's session is open.
   *
   * @default the built-in view
   */
  readonly renderVerified?: (view: VerifiedView) => ReactNode
  /**
   * The screen after the carrier's way has ended, or when the user wants another one: for everything of your own that
   * `otherWays` does not cover. `phone` is what has been typed so far.
   *
   * @default the reason with what can help, and the list of `otherWays`
   */
  readonly renderFallback?: (reason: FallbackReason, phone: string, controls: FallbackControls) => ReactNode
}
