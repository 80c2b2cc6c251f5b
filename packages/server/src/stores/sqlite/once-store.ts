// Texts that may be used once, in a SQLite file.
import type { OnceStore } from '../stores'
import type { Connection } from './connection'
import type { RestoreGuard } from './restored-at'
import { selectRows, writeRows } from './rows'

export function createOnceStore({ prepare, commits, now, noteWrites }: Connection, guard: RestoreGuard): OnceStore {
  const add = prepare(
    `INSERT INTO once (key, expires_at) ${selectRows(2)}
     ON CONFLICT (key) DO UPDATE SET expires_at = excluded.expires_at WHERE once.expires_at <= ?2
     RETURNING key`,
  )
  const addAll = commits.define((all: readonly { readonly key: string; readonly ttlMs: number }[]) => {
    const time = now()
    const rows = add.all(writeRows(all.map(({ key, ttlMs }) => [key, time + ttlMs])), time) as { key: string }[]
    noteWrites('once', all.length)
    const added = new Set(rows.map(({ key }) => key))
    // To the first of those that add the same key.
    return all.map(({ key }) => added.delete(key))
  })
  return {
    async addOnce(key, ttlMs) {
      guard.refuseForgotten(ttlMs, now())
      return addAll({ key, ttlMs })
    },
  }
}
