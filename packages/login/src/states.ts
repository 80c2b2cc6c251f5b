// The states of a login and the data of each. No state ever holds a token.
import type { Msisdn } from '@local-number/protocol'
import type { EditionName } from './ports'
import type { FallbackReason, RetryTarget } from './reasons'

/** Known in every state. */
export interface LoginFacts {
  /** 32 hex digits that name this login in the server's log. */
  readonly traceId: string
  /** What has been typed so far: at most 11 digits, with a `+` in front of what may be a country code. */
  readonly phone: string
  /** The edition that was chosen after consent; `null` until then. */
  readonly chosen: EditionName | null
  /** The edition in use: the chosen one, or beside Wi-Fi one that sends over cellular. */
  readonly edition: EditionName | null
  /** Wrong numbers still allowed; `null` until the server has said so. */
  readonly attemptsLeft: number | null
  /** Increases with every state entered, so that re-entering a state differs from staying in it. */
  readonly visit: number
}

/** What is wrong with the number in the field. */
export type PhoneProblem = 'invalidPhone' | 'notThisNumber'

/** What each state knows beside the facts. Instants are ms since 1970. */
export interface StateData {
  /** Waits for the user to agree to the terms. */
  consent: object
  /** The platform may ask the user, too: WeChat's privacy pop-up. */
  authorizing: object
  checkingNetwork: { readonly deadline: number }
  /** Waits for the user to turn Wi-Fi off. */
  awaitingCellular: object
  /** The image edition: image and signing, then the token. The HTTPS edition: signing, then the token. */
  acquiring: { readonly deadline: number }
  /** `freshUntil` is `null` without a token, as after a wrong number: submit gets one. */
  phoneEntry: { readonly freshUntil: number | null; readonly problem: PhoneProblem | null }
  /** Gets a token for a submitted number; `afterRefusal` when the platform refused the last one as stale. */
  renewing: { readonly deadline: number; readonly msisdn: Msisdn; readonly afterRefusal: boolean }
  /** `renewed` when the token already replaces one that the platform refused as stale. */
  verifying: { readonly msisdn: Msisdn; readonly renewed: boolean }
  /** The ticket is the server's signed proof; `null` from a server that issues none. */
  verified: { readonly ticket: string | null }
  fallback: {
    readonly reason: FallbackReason
    /** A return code, a server's error code or a step's name, for operators. */
    readonly code: string | null
    readonly retryTo: RetryTarget | null
    /** Of an unused token, for a user who comes back to the field. */
    readonly freshUntil: number | null
  }
}

export type StateName = keyof StateData

export type StateOf<N extends StateName> = { readonly name: N } & LoginFacts & StateData[N]

/** The state of a login: a union over `name`. */
export type LoginState = { [N in StateName]: StateOf<N> }[StateName]

export function createInitialState(traceId: string): LoginState {
  return { name: 'consent', traceId, phone: '', chosen: null, edition: null, attemptsLeft: null, visit: 0 }
}

/** Enters a state: the facts stay, and the new state gets its own data only. */
export function enter<N extends StateName>(from: LoginState, name: N, data: StateData[N]): LoginState {
  const { traceId, phone, chosen, edition, attemptsLeft, visit } = from
  return { traceId, phone, chosen, edition, attemptsLeft, visit: visit + 1, name, ...data } as LoginState
}
