// Counters in a SQLite file.
import type { CounterStore } from '../stores'
import type { Connection } from './connection'
import { SELECT_TEXTS, selectRows, writeRows } from './rows'

interface Addition {
  readonly key: string
  readonly by: number
  readonly ttlMs: number
}

interface Count {
  readonly sum: number
  readonly expiresAt: number
}

export function createCounterStore({ prepare, commits, now, noteWrites }: Connection): CounterStore {
  const read = prepare('SELECT sum FROM counter WHERE key = ? AND expires_at > ?')
  const readAll = prepare(
    `SELECT key, sum, expires_at AS expiresAt FROM counter WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2`,
  )
  const put = prepare(`INSERT OR REPLACE INTO counter (key, sum, expires_at) ${selectRows(3)}`)
  const remove = prepare(`DELETE FROM counter WHERE key IN (${SELECT_TEXTS})`)
  const addAll = commits.define((all: readonly Addition[]) => {
    const time = now()
    const keys = [...new Set(all.map(({ key }) => key))]
    const kept = readAll.all(JSON.stringify(keys), time) as (Count & { readonly key: string })[]
    const counts = new Map(kept.map(({ key, sum, expiresAt }): [string, Count] => [key, { sum, expiresAt }]))
    const sums = all.map(({ key, by, ttlMs }) => {
      const { sum: before, expiresAt } = counts.get(key) ?? { sum: 0, expiresAt: time + ttlMs }
      const sum = Math.max(0, before + by)
      if (sum === 0) counts.delete(key)
      else counts.set(key, { sum, expiresAt })
      return sum
    })
    const ended = keys.filter((key) => !counts.has(key))
    if (ended.length > 0) remove.run(JSON.stringify(ended))
    if (counts.size > 0) put.run(writeRows([...counts].map(([key, { sum, expiresAt }]) => [key, sum, expiresAt])))
    noteWrites('counter', keys.length)
    return sums
  })
  return {
    async add(key, by, ttlMs) {
      if (by === 0) return (read.get(key, now()) as Pick<Count, 'sum'> | undefined)?.sum ?? 0
      return addAll({ key, by, ttlMs })
    },
  }
}
