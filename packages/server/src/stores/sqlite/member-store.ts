// Sets whose members expire, in a SQLite file.
import type { MemberStore } from '../stores'
import { type Connection, defineEach } from './connection'
import { type Row, SELECT_TEXTS, selectRows, writeRows } from './rows'

interface MemberChange {
  readonly key: string
  readonly member: string
  /** For how long it is added; or up to which rest of its life it is removed. In ms. */
  readonly ms: number
}

export function createMemberStore({ prepare, commits, now, noteWrites }: Connection): MemberStore {
  const listAll = prepare(
    `SELECT key, member, expires_at AS expiresAt FROM member WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2`,
  )
  const countAll = prepare(
    `SELECT key, count(*) AS size FROM member WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2 GROUP BY key`,
  )
  const find = prepare('SELECT expires_at AS expiresAt FROM member WHERE key = ? AND member = ? AND expires_at > ?')
  const put = prepare(`INSERT OR REPLACE INTO member (key, member, expires_at) ${selectRows(3)}`)
  const remove = prepare('DELETE FROM member WHERE key = ? AND member = ? AND expires_at <= ?')
  const readSets = (keys: readonly string[], time: number) => {
    const sets = new Map(keys.map((key) => [key, new Map<string, number>()]))
    const rows = listAll.all(JSON.stringify([...sets.keys()]), time) as (Pick<MemberChange, 'key' | 'member'> & {
      expiresAt: number
    })[]
    for (const { key, member, expiresAt } of rows) sets.get(key)?.set(member, expiresAt)
    return sets
  }
  const addAll = commits.define((all: readonly MemberChange[]) => {
    const time = now()
    const sets = readSets(
      all.map(({ key }) => key),
      time,
    )
    const rows: Row[] = []
    const added = all.map(({ key, member, ms }) => {
      const set = sets.get(key) as Map<string, number>
      const before = set.get(member)
      const expiresAt = Math.max(before ?? 0, time + ms)
      set.set(member, expiresAt)
      rows.push([key, member, expiresAt])
      return { size: set.size, isNew: before === undefined }
    })
    put.run(writeRows(rows))
    noteWrites('member', rows.length)
    return added
  })
  const removeEach = defineEach(commits, ({ key, member, ms }: MemberChange) => {
    remove.run(key, member, now() + ms)
  })
  return {
    add: (key, member, ms) => addAll({ key, member, ms }),
    remove: (key, member, ms) => removeEach({ key, member, ms }),
    // With the writes of its sign.
    count: commits.define((keys: readonly string[]) => {
      const rows = countAll.all(JSON.stringify(keys), now()) as { key: string; size: number }[]
      const sizes = new Map(rows.map(({ key, size }) => [key, size]))
      return keys.map((key) => sizes.get(key) ?? 0)
    }),
    async findExpiry(key, member) {
      const row = find.get(key, member, now()) as { readonly expiresAt: number } | undefined
      return row?.expiresAt ?? null
    },
  }
}
