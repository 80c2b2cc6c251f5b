// Writes of one turn of the event loop share a transaction: one commit, and with power-loss safety one wait for the
// disk, serves them all. A write is acknowledged after its commit. One that SQLite refuses fails alone.
import Database from 'libsql'
import { ServerError } from '../../errors'

/** How often a transaction that another process holds up is tried again, and after how long, in ms. */
const RETRY_MS = 5

/** Runs all inputs of a transaction, and returns an output for each, in their order. */
export type RunAll<Input, Output> = (inputs: readonly Input[]) => readonly Output[]

interface Waiting<Input = unknown, Output = unknown> {
  readonly input: Input
  acknowledge(output: Output): void
  reject(error: unknown): void
}

/** By what runs them: a call of SQLite serves many of one kind. */
type Group = ReadonlyMap<RunAll<unknown, unknown>, readonly Waiting[]>

type Outputs = ReadonlyMap<RunAll<unknown, unknown>, readonly unknown[]>

export interface GroupCommits {
  /**
   * Returns what adds an input to the next transaction, which runs alone in the file: what `runAll` reads is what it
   * changes. Inputs of one kind run in their order; kinds do not, since none of them is acknowledged before the others.
   */
  define<Input, Output>(runAll: RunAll<Input, Output>): (input: Input) => Promise<Output>
  /** Commits what waits. */
  flush(): Promise<void>
}

export interface GroupCommitsOptions {
  /** For how long other processes may hold up a write. */
  readonly busyMs: number
  /** What each transaction does once, after its writes. */
  readonly beforeCommit: () => void
  /** Hears how many inputs a commit had. The next transaction waits for what it returns. */
  readonly afterCommit: (inputs: number) => Promise<void> | undefined
}

export function createGroupCommits(
  database: Database.Database,
  { busyMs, beforeCommit, afterCommit }: GroupCommitsOptions,
): GroupCommits {
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) => database.prepare(sql)) as [
    Database.Statement,
    Database.Statement,
    Database.Statement,
  ]
  let waiting = new Map<RunAll<unknown, unknown>, Waiting[]>()
  let committing: Promise<void> | null = null

  /** Returns the outputs by kind; `null` if another process writes. */
  function tryToCommit(group: Group): Outputs | null {
    try {
      begin.run()
    } catch (error) {
      if (isBusy(error)) return null
      throw error
    }
    try {
      const outputs = new Map([...group].map(([runAll, all]) => [runAll, runAll(all.map(({ input }) => input))]))
      beforeCommit()
      commit.run()
      return outputs
    } catch (error) {
      if (database.inTransaction) rollback.run()
      throw error
    }
  }

  async function commitInTime(group: Group): Promise<Outputs> {
    const deadline = performance.now() + busyMs
    for (;;) {
      const outputs = tryToCommit(group)
      if (outputs !== null) return outputs
      if (performance.now() > deadline) throw new ServerError('overloaded')
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
  }

  async function commitOrReject(group: Group): Promise<void> {
    try {
      acknowledgeAll(group, await commitInTime(group))
    } catch (error) {
      const singles = splitGroup(group)
      if (isOfAll(error) || singles.length === 1) {
        const told = toStoreError(error)
        for (const { reject } of [...group.values()].flat()) reject(told)
        return
      }
      for (const single of singles) await commitOrReject(single)
    }
  }

  async function commitAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.size > 0) {
      const group = waiting
      waiting = new Map()
      await commitOrReject(group)
      await afterCommit(countInputs(group))
    }
    committing = null
  }

  return {
    define(runAll) {
      const kind = runAll as RunAll<unknown, unknown>
      return (input) =>
        new Promise((resolve, reject) => {
          const all = waiting.get(kind) ?? []
          waiting.set(kind, all)
          all.push({ input, acknowledge: resolve as Waiting['acknowledge'], reject })
          committing ??= commitAll()
        })
    },
    flush: async () => {
      while (committing) await committing
    },
  }
}

function countInputs(group: Group): number {
  return [...group.values()].reduce((sum, { length }) => sum + length, 0)
}

/** One group for each input, in their order. */
function splitGroup(group: Group): readonly Group[] {
  return [...group].flatMap(([runAll, all]) => all.map((one): Group => new Map([[runAll, [one]]])))
}

/** Whether any other input would have failed as well. */
function isOfAll(error: unknown): boolean {
  return error instanceof ServerError || isBusy(error) || isFull(error)
}

function acknowledgeAll(group: Group, outputs: Outputs): void {
  for (const [runAll, all] of group) {
    const own = outputs.get(runAll) ?? []
    for (const [place, { acknowledge }] of all.entries()) acknowledge(own[place])
  }
}

/** A disk that is full or slow is the operator's; the client may try again later. */
function toStoreError(error: unknown): unknown {
  return isBusy(error) || isFull(error) ? new ServerError('overloaded', { cause: error }) : error
}

function isFull(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_FULL'
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
