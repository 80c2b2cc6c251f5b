// What the stores in a SQLite file share: statements, transactions, the clock, and the removal of what has expired.
import type Database from 'libsql'
import type { GroupCommits } from './group-commits'
import type { Table } from './migrations'

export type Prepare = (sql: string) => Database.Statement

export interface Connection {
  prepare: Prepare
  readonly commits: GroupCommits
  now(): number
  /** Expired rows of the table are removed before the commit. */
  noteWrites(table: Table, count: number): void
}

/** How many expired rows are removed at most for each write: a few more than it adds, without a pause for thousands. */
const REMOVED_PER_WRITE = 8

/** Removes for all writes of a transaction at once. */
export function createRemoval(prepare: Prepare) {
  const create = (table: Table, key: string) =>
    prepare(
      `DELETE FROM ${table} WHERE (${key}) IN
         (SELECT ${key} FROM ${table} WHERE expires_at <= ? LIMIT ?)`,
    )
  const statements = {
    once: create('once', 'key'),
    attempt: create('attempt', 'id'),
    counter: create('counter', 'key'),
    member: create('member', 'key, member'),
    code: create('code', 'number'),
  }
  const writes = new Map<Table, number>()
  return {
    noteWrites: (table: Table, count: number) => void writes.set(table, (writes.get(table) ?? 0) + count),
    run(now: number) {
      for (const [table, count] of writes) statements[table].run(now, count * REMOVED_PER_WRITE)
      writes.clear()
    },
  }
}

/** For what is rare, or differs too much to be one statement. */
export function defineEach<Input, Output>(commits: GroupCommits, run: (input: Input) => Output) {
  return commits.define((inputs: readonly Input[]) => inputs.map(run))
}
