// The newest thousand traces, each with its exchanges.
import type { Line } from '@local-number/protocol'
import type { Exchange, Trace, TraceSummary } from '@local-number/simulator-contract'
import type { Database } from './database'

/** The newest traces are kept. */
export const MAX_TRACES = 1000
/** How many traces are listed by default. */
export const DEFAULT_TRACES = 50

interface Row {
  readonly json: string
}

/** What tells for how long a token is valid: the app, and the code that came with it. */
type Login = Pick<TraceSummary, 'appId' | 'lastCode'>

export interface TraceTableOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** How long the login's token is valid, in milliseconds. */
  readonly getTokenLifetimeMs: (login: Login) => number
}

export class TraceTable {
  readonly #statements
  #seq: number

  constructor(
    database: Database.Database,
    private readonly options: TraceTableOptions,
  ) {
    const prepare = (sql: string) => database.prepare(sql)
    this.#statements = {
      putTrace: prepare(
        `INSERT INTO trace (id, line, app_id, msg_id, json) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
      ),
      prune: prepare(`DELETE FROM trace WHERE seq <= (SELECT max(seq) FROM trace) - ${MAX_TRACES}`),
      putExchange: prepare(
        'INSERT INTO exchange VALUES (?, ?, ?) ON CONFLICT (seq) DO UPDATE SET json = excluded.json',
      ),
      summary: prepare('SELECT json FROM trace WHERE id = ?'),
      newest: prepare('SELECT json FROM trace ORDER BY seq DESC LIMIT ?'),
      exchanges: prepare('SELECT json FROM exchange WHERE trace_id = ? ORDER BY seq'),
      byLogin: prepare('SELECT json FROM trace WHERE line = ? AND app_id = ? AND msg_id = ? ORDER BY seq DESC LIMIT 1'),
      byToken: prepare(
        'SELECT trace.json FROM token JOIN trace ON trace.id = token.trace_id WHERE token.line = ? AND token.token = ?',
      ),
      unanswered: prepare(
        "SELECT trace_id, json FROM exchange WHERE json_extract(json, '$.answer') IS NULL ORDER BY seq",
      ),
      latestAt: prepare("SELECT max(json_extract(json, '$.at')) AS at FROM exchange WHERE trace_id = ?"),
      clear: prepare('DELETE FROM trace'),
    }
    this.#seq = (database.prepare('SELECT max(seq) AS seq FROM exchange').get() as { seq: number | null }).seq ?? 0
  }

  getTokenLifetimeMs(login: Login): number {
    return this.options.getTokenLifetimeMs(login)
  }

  /** Calls that were never answered, with the ids of their traces. */
  listUnanswered(): readonly (readonly [traceId: string, exchange: Exchange])[] {
    const rows = this.#statements.unanswered.all() as (Row & { trace_id: string })[]
    return rows.map(({ trace_id, json }) => [trace_id, JSON.parse(json)])
  }

  takeSeq(): number {
    this.#seq += 1
    return this.#seq
  }

  put(trace: TraceSummary, exchange: Exchange): void {
    const { id, line, appId, msgId } = trace
    this.#statements.putTrace.run(id, line, appId, msgId, JSON.stringify(trace))
    this.#statements.putExchange.run(exchange.seq, id, JSON.stringify(exchange))
    if (trace.exchanges === 1) this.#statements.prune.run()
  }

  getSummary(id: string): TraceSummary | undefined {
    return this.#parse(this.#statements.summary.get(id))
  }

  /** The newest first. */
  listNewest(limit: number): readonly TraceSummary[] {
    return (this.#statements.newest.all(limit) as Row[]).map(({ json }) => this.#judge(JSON.parse(json)))
  }

  get(id: string): Trace | undefined {
    const summary = this.getSummary(id)
    if (!summary) return undefined
    const rows = this.#statements.exchanges.all(id) as Row[]
    return { ...summary, exchanges: rows.map(({ json }) => JSON.parse(json)) }
  }

  /** @param msgId `''` if it could not be read: it finds nothing */
  findByLogin({ line, appId, msgId }: { line: Line; appId: string; msgId: string }): TraceSummary | undefined {
    return msgId === '' ? undefined : this.#parse(this.#statements.byLogin.get(line, appId, msgId))
  }

  findByToken(line: Line, token: string): TraceSummary | undefined {
    return token === '' ? undefined : this.#parse(this.#statements.byToken.get(line, token))
  }

  clear(): void {
    this.#statements.clear.run()
  }

  #parse(row: unknown): TraceSummary | undefined {
    return row === undefined ? undefined : this.#judge(JSON.parse((row as Row).json))
  }

  /** A page that has left makes no more calls, so that only time tells. */
  #judge(trace: TraceSummary): TraceSummary {
    if (trace.outcome !== 'underWay') return trace
    const { at } = this.#statements.latestAt.get(trace.id) as { at: number }
    const { now, getTokenLifetimeMs } = this.options
    return now() - at > getTokenLifetimeMs(trace) ? { ...trace, outcome: 'unfinished' } : trace
  }
}
