// The states of a login and the data of each. No state ever holds a token.
import { type Msisdn, toMsisdnDraft } from '@local-number/protocol'
import type { EditionName } from './ports'
import type { InitialPhone, ProvenWay } from './proven'
import type { FallbackReason, RetryTarget } from './reasons'
import type { Wait } from './wait'

/** Known in every state. */
export interface LoginFacts {
  /** 32 hex digits that name this login in the server's log. */
  readonly traceId: string
  /** What has been typed so far: at most 11 digits, with a `+` in front of what may be a country code. */
  readonly phone: string
  /** `phone` is the number that this device remembers, untouched: show it masked. */
  readonly remembered: boolean
  /** The user has ticked the box: has actively agreed to the terms. */
  readonly agreed: boolean
  /** The number that was submitted before there was a token, as on one screen: verified as soon as there is one. */
  readonly submitted: Msisdn | null
  /** The edition that was chosen after consent; `null` until then. */
  readonly chosen: EditionName | null
  /** The edition in use: the chosen one, or beside Wi-Fi one that sends over cellular. */
  readonly edition: EditionName | null
  /** Wrong numbers still allowed; `null` until the server has said so. */
  readonly attemptsLeft: number | null
  /** The ids of other ways that ended as `misconfigured`: they cannot work in this login, and are not offered again. */
  readonly brokenWays: readonly string[]
  /** Increases with every state entered, so that re-entering a state differs from staying in it. */
  readonly visit: number
}

/** What is wrong with the number in the field. */
export type PhoneProblem = 'invalidPhone' | 'notThisNumber'

/** What keeps a submit from going on. */
export type EntryProblem = PhoneProblem | 'consentMissing'

/** A proven number on its way to the app's session. */
interface Proven {
  /** The server's signed proof; `null` from a server that issues none. */
  readonly ticket: string | null
  readonly way: ProvenWay
}

/** What each state knows beside the facts. Instants are ms since 1970. */
export interface StateData {
  /** Waits for the user to agree to the terms; on one screen, the number is typed here, too. */
  consent: { readonly problem: EntryProblem | null }
  /** The platform may ask the user, too: WeChat's privacy pop-up. */
  authorizing: object
  checkingNetwork: { readonly deadline: number }
  /** Waits for the user to turn Wi-Fi off. */
  awaitingCellular: {
    /** `'wifi'` if the login came here by itself; `null` if the user did, from the fallback. */
    readonly reason: 'wifi' | null
    /** Of the request that failed beside Wi-Fi, or the network's type. */
    readonly code: string | null
  }
  /** The image edition: image and signing, then the token. The HTTPS edition: signing, then the token. */
  acquiring: { readonly deadline: number }
  /** `freshUntil` is `null` without a token, as after a wrong number: submit gets one. */
  phoneEntry: { readonly freshUntil: number | null; readonly problem: EntryProblem | null }
  /** Gets a token for a submitted number; `afterRefusal` when the last one was stale, or its verdict was lost. */
  renewing: { readonly deadline: number; readonly msisdn: Msisdn; readonly afterRefusal: boolean }
  /** `renewed` when the token already replaces such a one. */
  verifying: { readonly msisdn: Msisdn; readonly renewed: boolean }
  /** The number is proven, and the app opens its session. */
  openingSession: Proven
  verified: Proven
  /** The app could not open its session. `message` is what it says to the user. */
  sessionFailed: Proven & { readonly message: string | null }
  /** The user is on another way to log in, which the app renders. */
  otherWay: {
    readonly id: string
    /** Where leaving it leads: this fallback, or what the user chose to leave. */
    readonly back: FallbackData
  }
  fallback: FallbackData
}

export interface FallbackData {
  readonly reason: FallbackReason
  /** A return code, a server's error code or a step's name, for operators. */
  readonly code: string | null
  readonly retryTo: RetryTarget | null
  /** Of an unused token, for a user who comes back to the field. */
  readonly freshUntil: number | null
  /** How long the business server asks to wait before a retry; `null` if it does not, or no retry could help. */
  readonly wait: Wait | null
}

export type StateName = keyof StateData

export type StateOf<N extends StateName> = { readonly name: N } & LoginFacts & StateData[N]

/** The state of a login: a union over `name`. */
export type LoginState = { [N in StateName]: StateOf<N> }[StateName]

const NOTHING_TYPED: InitialPhone = { phone: '', remembered: false }

export function createInitialState(traceId: string, { phone, remembered } = NOTHING_TYPED, visit = 0): LoginState {
  return {
    name: 'consent',
    traceId,
    phone: toMsisdnDraft(phone, ''),
    remembered,
    agreed: false,
    submitted: null,
    chosen: null,
    edition: null,
    attemptsLeft: null,
    brokenWays: [],
    visit,
    problem: null,
  }
}

/** Enters a state: the facts stay, and the new state gets its own data only. */
export function enter<N extends StateName>(from: LoginState, name: N, data: StateData[N]): LoginState {
  const { traceId, phone, remembered, agreed, submitted, chosen, edition, attemptsLeft, brokenWays } = from
  const facts = { traceId, phone, remembered, agreed, submitted, chosen, edition, attemptsLeft, brokenWays }
  return { ...facts, visit: from.visit + 1, name, ...data } as LoginState
}
