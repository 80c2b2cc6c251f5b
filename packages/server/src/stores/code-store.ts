// A store of codes over any way to keep the state of one number and to change it in one step.
import {
  findRoom,
  finishLogin,
  guessCode,
  handCodeOver,
  type NumberState,
  putCode,
  type Step,
  takeCodeBack,
} from './code-state'
import type { CodeStore } from './codes'

export interface CodeStates {
  /** The state of the number, `NO_CODES` if there is none, with the store's own time in ms since 1970. */
  read(number: string): Promise<{ readonly state: NumberState; readonly time: number }>
  /**
   * Runs a step on what `read` would answer, and keeps what comes after, as if nobody else changed the number. May run
   * the step again when somebody did.
   */
  change<T>(number: string, step: (state: NumberState, time: number) => Step<T>): Promise<T>
}

export function createCodeStore({ read, change }: CodeStates): CodeStore {
  return {
    async look({ number, session }, limits) {
      const { state, time } = await read(number)
      return findRoom(state, session, limits, time)
    },
    put: ({ number, session }, message) => change(number, (state, time) => putCode(state, session, message, time)),
    handOver: ({ number, session }, code) => change(number, (state) => handCodeOver(state, session, code)),
    takeBack: ({ number, session }, code) => change(number, (state) => takeCodeBack(state, session, code)),
    guess: ({ number, session }, guess) => change(number, (state, time) => guessCode(state, session, guess, time)),
    finish: ({ number, session }, ticketId, end) =>
      change(number, (state) => finishLogin(state, session, { ticketId, end })),
  }
}
