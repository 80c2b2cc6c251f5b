// Codes in the file of the stores: one row per number, changed in one transaction.
import { getExpiry, NO_CODES, type NumberState, type Step } from '../code-state'
import { createCodeStore } from '../code-store'
import type { CodeStore } from '../codes'
import { type Connection, defineEach } from './connection'

interface Change {
  readonly number: string
  readonly step: (state: NumberState, time: number) => Step<unknown>
}

export function createSqliteCodeStore({ prepare, commits, now, noteWrites }: Connection): CodeStore {
  const get = prepare('SELECT state FROM code WHERE number = ? AND expires_at > ?')
  const put = prepare('INSERT OR REPLACE INTO code (number, state, expires_at) VALUES (?, ?, ?)')
  const find = (number: string, time: number): NumberState => {
    const row = get.get(number, time) as { readonly state: string } | undefined
    return row ? JSON.parse(row.state) : NO_CODES
  }
  const changeEach = defineEach(commits, ({ number, step }: Change) => {
    const time = now()
    const { answer, next } = step(find(number, time), time)
    if (next) {
      put.run(number, JSON.stringify(next), getExpiry(next))
      noteWrites('code', 1)
    }
    return answer
  })
  return createCodeStore({
    async read(number) {
      const time = now()
      return { state: find(number, time), time }
    },
    change: <T>(number: string, step: (state: NumberState, time: number) => Step<T>) =>
      changeEach({ number, step }) as Promise<T>,
  })
}
