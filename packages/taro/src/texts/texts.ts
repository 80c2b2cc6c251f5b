// Every text of the component, by place.
import type { EntryProblem, FallbackReason, RetryTarget, StateName } from '@local-number/login'

/** States in which the user waits. */
export type ProgressStep = Extract<
  StateName,
  'authorizing' | 'checkingNetwork' | 'acquiring' | 'renewing' | 'verifying' | 'openingSession'
>

/** A headline and what to do. `advice` may be empty, and never speaks of another way: `useOtherWay` does. */
interface Note {
  readonly title: string
  readonly advice: string
}

export interface Texts {
  readonly title: string
  readonly subtitle: string
  /** Who verifies the number, by `openType`: `'1'` China Mobile, `'0'` all three networks. */
  readonly carrier: Readonly<Record<'0' | '1', string>>
  /** `{terms}` is replaced by the links, `{app}` by the app's name. */
  readonly consent: string
  /** Titles of the carriers' terms: China Mobile's, and with `openType: '0'` China Unicom's and China Telecom's. */
  readonly carrierTerms: readonly [string, string, string]
  /** Around the title of terms. */
  readonly quotes: readonly [string, string]
  /** Between terms: `and` before the last one, `comma` between the others. */
  readonly and: string
  readonly comma: string
  readonly agree: string
  /** The dialog that asks a user who went on without ticking the box. `body` has the places of `consent`. */
  readonly agreeDialog: {
    readonly title: string
    readonly body: string
    readonly disagree: string
    readonly agree: string
  }
  readonly progress: Readonly<Record<ProgressStep, string>>
  readonly turnWifiOff: Note
  readonly phone: {
    /** Above the field, and its name for screen readers. */
    readonly label: string
    readonly placeholder: string
    readonly submit: string
    /** Beside a remembered number. */
    readonly another: string
    /** Of the cross beside a typed number, for screen readers. */
    readonly clear: string
  }
  readonly problems: Readonly<Record<EntryProblem, string>>
  /** `notThisNumber` once the server has said how many tries are left: `{n}`, two or more. */
  readonly notThisNumberTries: string
  /** The same with three tries left or two: a phone with two SIMs is checked by the one that carries the data. */
  readonly notThisNumberAgain: string
  /** The same with one try left. */
  readonly notThisNumberLastTry: string
  readonly otherWay: string
  /** Added to the advice if another way is the better one, and there is one. */
  readonly useOtherWay: string
  readonly verified: string
  /** `userChoice` is the headline of the list of ways. */
  readonly reasons: Readonly<Record<FallbackReason, Note>>
  /** What differs with `openType: '0'`. */
  readonly anyCarrier: Readonly<Partial<Record<FallbackReason, Note>>>
  /** `{n}` seconds, minutes or hours until a retry can help, and that it can. In place of the reason's advice. */
  readonly wait: Readonly<Record<'second' | 'seconds' | 'minute' | 'minutes' | 'hours' | 'over', string>>
  /** `advice` is unused if the app's error has a message. */
  readonly sessionFailed: Note
  readonly retry: Readonly<Record<RetryTarget, string>>
  readonly retryNow: string
  readonly restart: string
  readonly cancel: string
  readonly back: string
  /** In front of the trace id's first characters and the code, which support may ask for. */
  readonly reference: string
  readonly copy: string
  readonly copied: string
  readonly sheet: { readonly advice: string; readonly close: string }
}

export interface Locale {
  /** Language and region, such as `zh-HK`. Becomes `lang` of the component's element. */
  readonly tag: string
  readonly texts: Texts
}

export type DeepPartial<T> = T extends string ? T : { readonly [K in keyof T]?: DeepPartial<T[K]> }
