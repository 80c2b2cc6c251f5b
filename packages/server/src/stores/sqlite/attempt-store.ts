// Attempts in a SQLite file.
import { type KeptCheck, readProgress } from '../check-progress'
import type { Attempt, AttemptStore, CheckStart, ConsentState } from '../stores'
import { type Connection, defineEach } from './connection'
import { type Row, selectRows, writeRows } from './rows'

interface AttemptRow extends Omit<Attempt, 'binding' | 'keyId'> {
  readonly binding: string | null
  readonly keyId: string | null
  readonly request: string | null
  readonly until: number | null
  readonly result: string | null
}

/** What the answers about an attempt need. */
const ATTEMPT_COLUMNS =
  'trace_id AS traceId, msg_id AS msgId, session, consent, binding, key_id AS keyId, request, until, result'

export function createAttemptStore({ prepare, commits, now, noteWrites }: Connection): AttemptStore {
  const put = prepare(
    `INSERT OR REPLACE INTO attempt (id, trace_id, msg_id, session, consent, binding, key_id, expires_at)
     ${selectRows(8)}`,
  )
  const read = prepare(`SELECT ${ATTEMPT_COLUMNS} FROM attempt WHERE id = ? AND expires_at > ?`)
  const change = prepare('UPDATE attempt SET consent = ? WHERE id = ?')
  const start = prepare(
    `UPDATE attempt SET request = ?, until = ?, expires_at = ?
     WHERE id = ? AND expires_at > ? AND consent = 'kept' AND request IS NULL
     RETURNING ${ATTEMPT_COLUMNS}`,
  )
  const finish = prepare(
    `UPDATE attempt SET result = ?, expires_at = ?
     WHERE id = ? AND expires_at > ?4 AND request IS NOT NULL AND result IS NULL AND until > ?4`,
  )
  const find = (id: string, time: number) => {
    const row = read.get(id, time) as AttemptRow | undefined
    return row ? { attempt: toAttempt(row), check: toCheck(row) } : null
  }
  const putAll = commits.define((rows: readonly Row[]) => {
    put.run(writeRows(rows))
    noteWrites('attempt', rows.length)
    return rows.map(() => undefined)
  })
  const changeEach = defineEach(commits, ({ id, from, to }: ConsentChange) => {
    const found = find(id, now())
    if (found === null) return null
    const { attempt } = found
    const changed = attempt.consent === from
    if (changed) change.run(to, id)
    return { attempt, changed }
  })
  const startEach = defineEach(commits, ({ id, request, budgetMs, ttlMs }: CheckStart & { readonly id: string }) => {
    const time = now()
    const row = start.get(request, time + budgetMs, time + ttlMs, id, time) as AttemptRow | undefined
    const found = row ? { attempt: toAttempt(row), check: toCheck(row) } : find(id, time)
    if (found === null) return null
    return { attempt: found.attempt, progress: readProgress(found.check, { started: row !== undefined, time }) }
  })
  const finishEach = defineEach(commits, ({ id, result, ttlMs }: CheckFinish) => {
    const time = now()
    return finish.run(result, time + ttlMs, id, time).changes === 1
  })
  return {
    put: (id, { traceId, msgId, session, consent, binding = null, keyId = null }, ttlMs) =>
      putAll([id, traceId, msgId, session, consent, binding, keyId, now() + ttlMs]),
    changeConsent: (id, from, to) => changeEach({ id, from, to }),
    startCheck: (id, check) => startEach({ id, ...check }),
    finishCheck: (id, result, ttlMs) => finishEach({ id, result, ttlMs }),
  }
}

interface ConsentChange {
  readonly id: string
  readonly from: ConsentState
  readonly to: ConsentState
}

interface CheckFinish {
  readonly id: string
  readonly result: string
  readonly ttlMs: number
}

/** Field by field: libsql adds one of its own to a row. */
function toAttempt({ traceId, msgId, session, consent, binding, keyId }: AttemptRow): Attempt {
  return { traceId, msgId, session, consent, ...(binding !== null && { binding }), ...(keyId !== null && { keyId }) }
}

function toCheck({ request, until, result }: AttemptRow): KeptCheck | null {
  return request === null || until === null ? null : { request, until, result }
}
