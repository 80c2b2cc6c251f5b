// Every text of the component, by place.
import type { FallbackReason, PhoneProblem, RetryTarget, StateName } from '@local-number/login'

export type Locale = 'zh-CN' | 'en'

/** States in which the user waits. */
export type ProgressStep = Extract<
  StateName,
  'authorizing' | 'checkingNetwork' | 'acquiring' | 'renewing' | 'verifying'
>

export interface Texts {
  readonly title: string
  readonly subtitle: string
  /** `{terms}` is replaced by the links, `{app}` by the app's name. */
  readonly consent: string
  /** Between terms: `and` before the last one, `comma` between the others. */
  readonly and: string
  readonly comma: string
  readonly mustAgree: string
  readonly agree: string
  readonly progress: Readonly<Record<ProgressStep, string>>
  readonly turnWifiOff: { readonly title: string; readonly advice: string; readonly waiting: string }
  readonly phone: { readonly label: string; readonly placeholder: string; readonly submit: string }
  readonly problems: Readonly<Record<PhoneProblem, string>>
  /** `{n}` is the number of attempts. */
  readonly attemptsLeft: string
  readonly otherWay: string
  readonly verified: string
  readonly reasons: Readonly<Record<FallbackReason, { readonly title: string; readonly advice: string }>>
  readonly retry: Readonly<Record<RetryTarget, string>>
  /** In front of the code and the trace id, which support may ask for. */
  readonly reference: string
  readonly sheet: { readonly advice: string; readonly copy: string; readonly copied: string; readonly close: string }
}
