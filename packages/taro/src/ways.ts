// Other ways to log in, which the app offers beside the carrier's check.
import type { FallbackReason, LoginState } from '@local-number/login'
import type { ReactNode } from 'react'

/** A way of the app's own, for the prop `otherWays`. */
export interface OtherWay {
  /** Letters, digits, `-` and `_`; `onVerified` receives it as `way`. Not `'sim'`. */
  readonly id: string
  /** On its button; a function gets the tag of the component's locale, such as `zh-CN`. */
  readonly label: string | ((tag: string) => string)
  /**
   * Whether this way is offered now.
   *
   * @default always
   */
  available?(facts: WayFacts): boolean
  /** What the user sees while on this way. Called while rendering: use hooks only inside your own components. */
  render(context: WayContext): ReactNode
}

/** A way that is offered now. */
export interface OfferedWay extends OtherWay {
  /** In the component's language. */
  readonly label: string
}

/** What the choice of ways may depend on. */
export interface WayFacts {
  /** What has been typed so far: at most 11 digits, with a `+` in front of what may be a country code. */
  readonly phone: string
  /** Why the carrier's way ended; `null` if the user has not been refused. */
  readonly reason: FallbackReason | null
  /** Whether the user has agreed to the terms of the carrier's way. */
  readonly agreed: boolean
}

/** What a way receives to work with. Once the user has left the way, what it reports does nothing. */
export interface WayContext {
  /** What has been typed so far, to start with. */
  readonly phone: string
  /** `phone` is the number that this device remembers: show it masked. */
  readonly remembered: boolean
  /** 32 hex digits; send it with your requests, so that one id finds the whole login in the server's log. */
  readonly traceId: string
  /** The session id: random text of this login, by which our server counts what it sends and compares. */
  readonly session: string
  /**
   * What ties the ticket to the visitor's session of your app: send it with your requests. `undefined` without the
   * option `binding`. Rejects if that is malformed, or its function fails.
   */
  readBinding(): Promise<string | undefined>
  /** The terms of the carrier's way: a way with terms of its own has to ask for itself. */
  readonly consent: { readonly version: string; readonly agreed: boolean }
  /** The text of your phone field changed: the number carries over to where the user goes from here. */
  edit(text: string): void
  /** This number is proven: `onVerified` follows. `phone`: 11 digits. */
  finish(proven: { readonly phone: string; readonly ticket?: string | null }): void
  /**
   * This way cannot go on: the user sees the reason and the other ways. `code` is for operators. After `misconfigured`,
   * this login does not offer the way again.
   */
  fail(reason: FallbackReason, code?: string): void
  /** Back to where the user was. */
  leave(): void
}

/** The ways that are offered in a state. */
export function listWays(ways: readonly OtherWay[], state: LoginState, tag: string): readonly OfferedWay[] {
  const reason = state.name === 'fallback' && state.reason !== 'userChoice' ? state.reason : null
  const { phone, agreed, brokenWays } = state
  return ways
    .filter((way) => !brokenWays.includes(way.id) && (way.available?.({ phone, reason, agreed }) ?? true))
    .map((way) => ({ ...way, label: typeof way.label === 'function' ? way.label(tag) : way.label }))
}
