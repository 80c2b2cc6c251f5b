// The port for codes in text messages. One number is one subject: who may get a message to it, and who may guess at a
// code, is decided in one step for it, whatever races.

/** Where a code counts: in the session that asked for it, and for its number. Both are keyed hashes. */
export interface CodePlace {
  readonly number: string
  readonly session: string
}

/** How many guesses a code and a session take. */
export interface GuessLimits {
  /** Wrong ones that void a code. Another message does not reset their count, unless the code was void. */
  readonly guessesPerCode: number
  /** Of one session at one number, from its first message on for `guessWindowMs`. */
  readonly guessesPerNumber: number
  readonly guessWindowMs: number
}

export interface NewMessage extends GuessLimits {
  /** A keyed hash of the code and of all that it is bound to. */
  readonly code: string
  /** How long the message may be with its sender at most, in ms: until then a right guess waits for its end. */
  readonly sendingMs: number
  /** How long the code is valid, in ms. */
  readonly ttlMs: number
  /** Between two messages to a number, in ms. */
  readonly gapMs: number
  /** Messages to the number within `dayMs` of the first one. */
  readonly most: number
  readonly dayMs: number
}

/** What a message to the number would find. Waits are in ms, 0 for none. */
export interface MessageRoom {
  /** How many the number got today. */
  readonly messages: number
  /** Until another message may go to the number. */
  readonly gapWaitMs: number
  /** Until the number's day is over. */
  readonly dayWaitMs: number
  /** Until the session may guess at this number again. */
  readonly guessWaitMs: number
}

export interface PutMessage extends MessageRoom {
  /** Whether the code is kept. Otherwise nothing has changed: a code that was sent before stays as it is. */
  readonly isPut: boolean
}

export interface Guess extends GuessLimits {
  /** The hash of what was guessed, made as {@link NewMessage.code}. */
  readonly code: string
  /** The ticket's id, if this is the first right guess. */
  readonly ticketId: string
  /** For how long the right guess may be repeated, in ms. */
  readonly repeatMs: number
}

/**
 * What became of a guess.
 *
 * - `right`: the code is used now, or was by the same guess. `ticketId` and `at`, in ms since 1970, are those of the
 *   first, and `end` is what {@link CodeStore.finish} kept
 * - `wrong`: compared, or the same as one that was; `left` more can be compared
 * - `sending`: the message is still with its sender, who may refuse it; the guess has changed nothing
 * - `void`: there is no code to compare with
 * - `exhausted`: the session has guessed too often at this number
 */
export type Guessed =
  | {
      readonly state: 'right'
      readonly isFirst: boolean
      readonly ticketId: string
      readonly at: number
      readonly end: string | null
    }
  | { readonly state: 'wrong'; readonly left: number }
  | { readonly state: 'sending' }
  | { readonly state: 'void' }
  | { readonly state: 'exhausted'; readonly waitMs: number }

/** Guesses of one session at a number change nothing of another session. */
export interface CodeStore {
  look(place: CodePlace, limits: GuessLimits): Promise<MessageRoom>
  /** Keeps the code in the place of the session's former one, and counts the message, if there is room for it. */
  put(place: CodePlace, message: NewMessage): Promise<PutMessage>
  /** The message was sent, or may have been: a right guess counts from now on. */
  handOver(place: CodePlace, code: string): Promise<void>
  /**
   * The message was not sent: its code never counts again, and what the session was sent before does. Undoes the
   * {@link put}, unless the code was guessed at: then the message stays counted. Guesses always do.
   */
  takeBack(place: CodePlace, code: string): Promise<void>
  /** Compares the guess and counts it, if it is the first of its kind. */
  guess(place: CodePlace, guess: Guess): Promise<Guessed>
  /** Keeps how the login with the right guess ended. Returns the first end that was kept; `null` if it is forgotten. */
  finish(place: CodePlace, ticketId: string, end: string): Promise<string | null>
}
