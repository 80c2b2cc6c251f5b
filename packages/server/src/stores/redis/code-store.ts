// Codes in Redis: one key per number, which holds JSON. It is replaced only if nobody changed it since it was read, so
// that the rules are those of all stores and not a second copy in Lua. Only messages and counted guesses write: of a
// hundred racing guesses, five.
import { ServerError } from '../../errors'
import { getExpiry, NO_CODES, type NumberState } from '../code-state'
import { createCodeStore } from '../code-store'
import type { CodeStore } from '../codes'
import type { RunScript } from './scripts'

/** One of several racing changes wins each round. More rounds than this mean that one number is flooded. */
const ROUNDS = 30

export function createRedisCodeStore(runScript: RunScript, prefix: string): CodeStore {
  const find = async (number: string) => {
    const [time, text] = (await runScript('readCodes', prefix + number)) as [number, string]
    const state: NumberState = text === '' ? NO_CODES : JSON.parse(text)
    return { state, time, text }
  }
  return createCodeStore({
    read: find,
    async change(number, step) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const { state, time, text } = await find(number)
        const { answer, next } = step(state, time)
        const isDone =
          next === undefined ||
          (await runScript(
            'replaceCodes',
            prefix + number,
            text,
            JSON.stringify(next),
            Math.max(1, getExpiry(next) - time),
          )) === 1
        if (isDone) return answer
      }
      throw new ServerError('overloaded')
    },
  })
}
