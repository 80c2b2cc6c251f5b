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
  const findAll = prepare(
    `SELECT key, member, expires_at AS expiresAt FROM member
     WHERE (key, member) IN (${selectRows(2)}) AND expires_at > ?2`,
  )
  const countAll = prepare(
    `SELECT key, count(*) AS size FROM member WHERE key IN (${SELECT_TEXTS}) AND expires_at > ?2 GROUP BY key`,
  )
  const find = prepare('SELECT expires_at AS expiresAt FROM member WHERE key = ? AND member = ? AND expires_at > ?')
  const put = prepare(`INSERT OR REPLACE INTO member (key, member, expires_at) ${selectRows(3)}`)
  const remove = prepare('DELETE FROM member WHERE key = ? AND member = ? AND expires_at <= ?')
  const readSizes = (keys: readonly string[], time: number) => {
    const rows = countAll.all(JSON.stringify(keys), time) as { key: string; size: number }[]
    return new Map(rows.map(({ key, size }) => [key, size]))
  }
  /** The sizes of the sets, and of their members those that are asked for: a stranger may have filled a set. */
  const readSets = (all: readonly MemberChange[], time: number) => {
    const keys = [...new Set(all.map(({ key }) => key))]
    const sizes = readSizes(keys, time)
    const sets = new Map(keys.map((key) => [key, { size: sizes.get(key) ?? 0, members: new Map<string, number>() }]))
    const pairs = writeRows(all.map(({ key, member }) => [key, member]))
    const rows = findAll.all(pairs, time) as { key: string; member: string; expiresAt: number }[]
    for (const { key, member, expiresAt } of rows) sets.get(key)?.members.set(member, expiresAt)
    return sets
  }
  const addAll = commits.define((all: readonly MemberChange[]) => {
    const time = now()
    const sets = readSets(all, time)
    const rows: Row[] = []
    const added = all.map(({ key, member, ms }) => {
      const set = sets.get(key) as { size: number; members: Map<string, number> }
      const before = set.members.get(member)
      const expiresAt = Math.max(before ?? 0, time + ms)
      if (before === undefined) set.size += 1
      set.members.set(member, expiresAt)
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
      const sizes = readSizes(keys, now())
      return keys.map((key) => sizes.get(key) ?? 0)
    }),
    async findExpiry(key, member) {
      const row = find.get(key, member, now()) as { readonly expiresAt: number } | undefined
      return row?.expiresAt ?? null
    },
  }
}
