// Codes in the file of the stores: one row per number, changed in one transaction.
import type Database from 'libsql'
import { getExpiry, NO_CODES, type NumberState } from '../code-state'
import { createCodeStore } from '../code-store'
import type { CodeStore } from '../codes'
import type { GroupCommits } from './group-commits'
import type { Table } from './migrations'

export interface CodeFile {
  prepare(sql: string): Database.Statement
  readonly commits: GroupCommits
  now(): number
  noteWrite(table: Table): void
}

export function createSqliteCodeStore({ prepare, commits, now, noteWrite }: CodeFile): CodeStore {
  const get = prepare('SELECT state FROM code WHERE number = ? AND expires_at > ?')
  const put = prepare('INSERT OR REPLACE INTO code (number, state, expires_at) VALUES (?, ?, ?)')
  const find = (number: string, time: number): NumberState => {
    const row = get.get(number, time) as { readonly state: string } | undefined
    return row ? JSON.parse(row.state) : NO_CODES
  }
  return createCodeStore({
    async read(number) {
      const time = now()
      return { state: find(number, time), time }
    },
    change: (number, step) =>
      commits.run(() => {
        const time = now()
        const { answer, next } = step(find(number, time), time)
        if (next) {
          put.run(number, JSON.stringify(next), getExpiry(next))
          noteWrite('code')
        }
        return answer
      }),
  })
}
