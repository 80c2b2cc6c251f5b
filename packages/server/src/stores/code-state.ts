// What a store keeps of the codes of one number, and how it changes: the same in every store, and pure. Instants are ms
// since 1970.
import type { Guess, Guessed, GuessLimits, MessageRoom, NewMessage, PutMessage } from './codes'

interface UsedCode {
  readonly ticketId: string
  readonly at: number
  /** Until when the guess may be repeated. */
  readonly until: number
  readonly end: string | null
}

interface SentCode {
  readonly code: string
  /** Until when the message may be with its sender; 0 once it is handed over. */
  readonly sendingUntil: number
  readonly until: number
  /** The wrong guesses at this code: each counts once. */
  readonly wrong: readonly string[]
  /** Wrong guesses at this code, and at those that it replaced. */
  readonly counted: number
  /** Guesses of the session at this number, at whatever code. They count until `guessesUntil`. */
  readonly guesses: number
  readonly guessesUntil: number
  readonly used: UsedCode | null
}

interface SessionCode extends SentCode {
  /** What it replaced, which counts again if the message was not sent. */
  readonly former: SentCode | null
}

/** All codes of one number. */
export interface NumberState {
  /** The last message, and until when the next one has to wait. */
  readonly last: { readonly session: string; readonly until: number } | null
  readonly messages: number
  /** When the day of these messages ends. */
  readonly messagesUntil: number
  readonly sessions: Readonly<Record<string, SessionCode>>
}

/** What a step answers, and the state after it, if it changes anything. */
export interface Step<T> {
  readonly answer: T
  readonly next?: NumberState
}

export const NO_CODES: NumberState = { last: null, messages: 0, messagesUntil: 0, sessions: {} }

/** When nothing of the state counts any more. */
export function getExpiry({ last, messagesUntil, sessions }: NumberState): number {
  return Math.max(last?.until ?? 0, messagesUntil, ...Object.values(sessions).map(getSessionExpiry))
}

function getSessionExpiry({ until, guessesUntil, used }: SentCode): number {
  return Math.max(until, guessesUntil, used?.until ?? 0)
}

export function findRoom(state: NumberState, session: string, limits: GuessLimits, time: number): MessageRoom {
  const { last, messages, messagesUntil } = state
  const isToday = messagesUntil > time
  const { guesses, guessesUntil } = countGuesses(state.sessions[session], limits, time)
  return {
    messages: isToday ? messages : 0,
    gapWaitMs: Math.max(0, (last?.until ?? 0) - time),
    dayWaitMs: isToday ? messagesUntil - time : 0,
    guessWaitMs: guesses >= limits.guessesPerNumber ? guessesUntil - time : 0,
  }
}

/** A session's guesses at the number, in the window that it is now. */
function countGuesses(kept: SentCode | undefined, { guessWindowMs }: GuessLimits, time: number) {
  if (kept && kept.guessesUntil > time) return { guesses: kept.guesses, guessesUntil: kept.guessesUntil }
  return { guesses: 0, guessesUntil: time + guessWindowMs }
}

export function putCode(state: NumberState, session: string, message: NewMessage, time: number): Step<PutMessage> {
  const room = findRoom(state, session, message, time)
  const hasRoom = room.gapWaitMs === 0 && room.guessWaitMs === 0 && room.messages < message.most
  if (!hasRoom) return { answer: { ...room, isPut: false } }
  const kept = state.sessions[session]
  const isSpent = !kept || kept.used !== null || kept.counted >= message.guessesPerCode
  const sent: SessionCode = {
    code: message.code,
    sendingUntil: time + message.sendingMs,
    until: time + message.ttlMs,
    wrong: [],
    counted: isSpent ? 0 : kept.counted,
    ...countGuesses(kept, message, time),
    used: null,
    former: kept ? withoutFormer(kept) : null,
  }
  const next: NumberState = {
    last: { session, until: time + message.gapMs },
    messages: room.messages + 1,
    messagesUntil: room.messages === 0 ? time + message.dayMs : state.messagesUntil,
    sessions: { ...withoutExpired(state.sessions, time), [session]: sent },
  }
  return { answer: { ...room, isPut: true }, next }
}

function withoutFormer({ former: _former, ...sent }: SessionCode): SentCode {
  return sent
}

function withoutExpired(sessions: NumberState['sessions'], time: number): NumberState['sessions'] {
  return Object.fromEntries(Object.entries(sessions).filter(([, kept]) => getSessionExpiry(kept) > time))
}

export function handCodeOver(state: NumberState, session: string, code: string): Step<undefined> {
  const kept = state.sessions[session]
  const isSending = kept?.code === code && kept.sendingUntil > 0
  return { answer: undefined, ...(isSending && { next: replace(state, session, { ...kept, sendingUntil: 0 }) }) }
}

/**
 * A code can be guessed from {@link putCode} on, while its message is with the sender. So what was guessed stays counted,
 * with the message and its gap, and the code never counts again: refused messages would be guesses without an end.
 */
export function takeCodeBack(state: NumberState, session: string, code: string): Step<undefined> {
  const { [session]: kept, ...others } = state.sessions
  if (kept?.code !== code) {
    const isFormer = kept?.former?.code === code
    return { answer: undefined, ...(isFormer && { next: replace(state, session, { ...kept, former: null }) }) }
  }
  if (kept.used) {
    const used = { ...kept.used, until: 0 }
    return { answer: undefined, next: replace(state, session, { ...kept, used }) }
  }
  if (kept.wrong.length > 0) return { answer: undefined, next: replace(state, session, restoreFormer(kept)) }
  const next: NumberState = {
    last: state.last?.session === session ? null : state.last,
    messages: Math.max(0, state.messages - 1),
    messagesUntil: state.messagesUntil,
    sessions: kept.former ? { ...others, [session]: restoreFormer(kept) } : others,
  }
  return { answer: undefined, next }
}

/** What the code replaced, with the guesses at either counted. */
function restoreFormer({ former, ...taken }: SessionCode): SessionCode {
  if (!former) return { ...taken, until: 0, former }
  const { guesses, guessesUntil, wrong } = taken
  return { ...former, counted: former.counted + wrong.length, guesses, guessesUntil, former: null }
}

function replace(state: NumberState, session: string, by: SessionCode): NumberState {
  return { ...state, sessions: { ...state.sessions, [session]: by } }
}

const VOID: Guessed = { state: 'void' }

export function guessCode(state: NumberState, session: string, guess: Guess, time: number): Step<Guessed> {
  const kept = state.sessions[session]
  if (!kept) return { answer: VOID }
  if (kept.used) return { answer: repeat(kept.used, kept.code === guess.code, time) }
  if (kept.until <= time) return { answer: VOID }
  const counts = countGuesses(kept, guess, time)
  const left = Math.min(guess.guessesPerCode - kept.counted, guess.guessesPerNumber - counts.guesses)
  if (kept.wrong.includes(guess.code)) return { answer: { state: 'wrong', left: Math.max(0, left) } }
  if (kept.counted >= guess.guessesPerCode) return { answer: VOID }
  if (counts.guesses >= guess.guessesPerNumber) {
    return { answer: { state: 'exhausted', waitMs: counts.guessesUntil - time } }
  }
  if (kept.code === guess.code && kept.sendingUntil > time) return { answer: { state: 'sending' } }
  const compared = { ...kept, guesses: counts.guesses + 1, guessesUntil: counts.guessesUntil }
  if (kept.code !== guess.code) {
    const wrong = { ...compared, wrong: [...kept.wrong, guess.code], counted: kept.counted + 1 }
    return { answer: { state: 'wrong', left: left - 1 }, next: replace(state, session, wrong) }
  }
  const used: UsedCode = { ticketId: guess.ticketId, at: time, until: time + guess.repeatMs, end: null }
  const right = { ...compared, used, former: null }
  return { answer: { ...toRight(used), isFirst: true }, next: replace(state, session, right) }
}

function repeat(used: UsedCode, isSame: boolean, time: number): Guessed {
  return isSame && time < used.until ? toRight(used) : VOID
}

function toRight({ ticketId, at, end }: UsedCode) {
  return { state: 'right', isFirst: false, ticketId, at, end } as const
}

export function finishLogin(
  state: NumberState,
  session: string,
  { ticketId, end }: { readonly ticketId: string; readonly end: string },
): Step<string | null> {
  const kept = state.sessions[session]
  if (kept?.used?.ticketId !== ticketId) return { answer: null }
  if (kept.used.end !== null) return { answer: kept.used.end }
  const finished = { ...kept, used: { ...kept.used, end } }
  return { answer: end, next: replace(state, session, finished) }
}
