// What one line of the platform stores: retrieved numbers and tokens. Each
// single-use step is one SQL statement, so it is atomic.
import type { Line } from '@local-number/protocol'
import type { Database } from './database'
import { NumberChecks } from './number-checks'

/** A retrieved number that waits for its getToken. The ids are those of the image request. */
export interface Retrieval {
  readonly appId: string
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
  readonly version: string
  /** `''` from the H5 edition. */
  readonly wxappid: string
  readonly userInformation: string
  readonly msisdn: string
  /** Of the HTTPS edition alone, where `uuid` is the wire's traceId. */
  readonly businessType?: string
  /** The id of the handset that sent the request; `null` on the test line. */
  readonly handset: string | null
  /** The trace of the login. */
  readonly traceId: string
}

type RetrievalIds = Pick<Retrieval, 'appId' | 'msgId'>

/** The signed fields of one request of the HTTPS edition. */
export type HttpsAttempt = Readonly<
  Record<'appId' | 'businessType' | 'msgId' | 'timestamp' | 'traceId' | 'version', string>
>

export interface IssuedToken {
  readonly retrieval: Retrieval
  /** Milliseconds since 1970. */
  readonly issuedAt: number
}

/** 103911 counts the tokens of the last ten minutes. */
const UNUSED_TOKEN_WINDOW_MS = 10 * 60_000
/** How long a retrieved number waits for getToken is not documented: longer than a page waits for its token. */
const RETRIEVAL_TTL_MS = 10 * 60_000
/** A token is kept for a day, so that an expired or used one can be told from an unknown one. */
const TOKEN_KEPT_MS = 24 * 60 * 60_000
/** The oldest rows are deleted when there are more, at any age. */
const MAX_ROWS = 10_000
/** Earlier attempts with which a refused signature is compared. */
const MAX_PRE_SIGNS_COMPARED = 20

export class PlatformStore {
  /** How often numbers were checked. */
  readonly checks: NumberChecks
  readonly #statements
  readonly #runAtomically: (work: () => void) => void

  constructor(
    database: Database.Database,
    private readonly line: Line,
    private readonly now: () => number,
  ) {
    const prepare = (sql: string) => database.prepare(sql)
    this.checks = new NumberChecks(database, line, now)
    this.#runAtomically = (work) => database.transaction(work)()
    this.#statements = {
      putRetrieval: prepare('INSERT OR REPLACE INTO retrieval VALUES (?, ?, ?, ?, ?, ?)'),
      retrieval: prepare(
        'SELECT json FROM retrieval WHERE line = ? AND app_id = ? AND msg_id = ? AND retrieved_at >= ?',
      ),
      recentRetrievals: prepare(
        `SELECT json FROM (
           SELECT retrieved_at AS at, json FROM retrieval WHERE line = :line AND app_id = :appId
           UNION ALL
           SELECT issued_at AS at, json FROM token
           WHERE line = :line AND json_extract(json, '$.appId') = :appId AND json_extract(json, '$.businessType') IS NULL
         ) ORDER BY at DESC LIMIT ${MAX_PRE_SIGNS_COMPARED}`,
      ),
      recentHttpsTokens: prepare(
        `SELECT json FROM token
         WHERE line = ? AND json_extract(json, '$.appId') = ? AND json_extract(json, '$.businessType') IS NOT NULL
         ORDER BY issued_at DESC LIMIT ${MAX_PRE_SIGNS_COMPARED}`,
      ),
      isExchanged: prepare(
        `SELECT 1 FROM token
         WHERE line = ? AND json_extract(json, '$.appId') = ? AND json_extract(json, '$.msgId') = ?
           AND json_extract(json, '$.businessType') IS NULL`,
      ),
      deleteRetrieval: prepare('DELETE FROM retrieval WHERE line = ? AND app_id = ? AND msg_id = ?'),
      putToken: prepare('INSERT INTO token VALUES (?, ?, ?, ?, NULL, ?, ?)'),
      countUnspent: prepare(
        'SELECT count(*) AS count FROM token WHERE line = ? AND msisdn = ? AND issued_at >= ? AND spent_at IS NULL',
      ),
      token: prepare('SELECT issued_at, json FROM token WHERE line = ? AND token = ?'),
      spendToken: prepare('UPDATE token SET spent_at = ? WHERE line = ? AND token = ? AND spent_at IS NULL'),
      pruneRetrievals: prepare(`DELETE FROM retrieval WHERE rowid <= (SELECT max(rowid) FROM retrieval) - ${MAX_ROWS}`),
      pruneTokens: prepare(`DELETE FROM token WHERE rowid <= (SELECT max(rowid) FROM token) - ${MAX_ROWS}`),
    }
  }

  /** A second retrieval under the same ids, as of a page that reloads its image, replaces the first. */
  putRetrieval(retrieval: Retrieval): void {
    const { appId, msgId, traceId } = retrieval
    const { putRetrieval, pruneRetrievals } = this.#statements
    putRetrieval.run(this.line, appId, msgId, this.now(), traceId, JSON.stringify(retrieval))
    pruneRetrievals.run()
  }

  /** A msgId is the client's random text: it is unique within an app only. */
  findRetrieval({ appId, msgId }: RetrievalIds): Retrieval | undefined {
    const oldest = this.now() - RETRIEVAL_TTL_MS
    const row = this.#statements.retrieval.get(this.line, appId, msgId, oldest) as { json: string } | undefined
    return row && JSON.parse(row.json)
  }

  /** Whether the retrieval under these ids was already exchanged for a token. */
  isExchanged({ appId, msgId }: RetrievalIds): boolean {
    return this.#statements.isExchanged.get(this.line, appId, msgId) !== undefined
  }

  /** The pre-signs of the app's latest attempts, the newest first. */
  listRecentPreSigns(appId: string): readonly string[] {
    const rows = this.#statements.recentRetrievals.all({ line: this.line, appId }) as { json: string }[]
    return rows.map(({ json }) => {
      const { msgId, timestamp, uuid, version } = JSON.parse(json) as Retrieval
      return `${appId}${msgId}${timestamp}${uuid}${version}`
    })
  }

  /** The ids of the app's latest tokens of the HTTPS edition, the newest first. */
  listRecentHttpsAttempts(appId: string): readonly HttpsAttempt[] {
    const rows = this.#statements.recentHttpsTokens.all(this.line, appId) as { json: string }[]
    return rows.map(({ json }) => {
      const { msgId, timestamp, uuid, version, businessType = '' } = JSON.parse(json) as Retrieval
      return { appId, businessType, msgId, timestamp, traceId: uuid, version }
    })
  }

  /** The HTTPS edition retrieves the number and grants its token in one step. */
  putHttpsToken(retrieval: Retrieval & { readonly businessType: string }, token: string): void {
    this.#putToken(retrieval, token)
  }

  #putToken(retrieval: Retrieval, token: string): void {
    const { putToken, pruneTokens } = this.#statements
    putToken.run(this.line, token, retrieval.msisdn, this.now(), retrieval.traceId, JSON.stringify(retrieval))
    pruneTokens.run()
  }

  /** Replaces a retrieval by its one token, atomically. */
  exchangeForToken(retrieval: Retrieval, token: string): void {
    const { appId, msgId } = retrieval
    this.#runAtomically(() => {
      this.#statements.deleteRetrieval.run(this.line, appId, msgId)
      this.#putToken(retrieval, token)
    })
  }

  countUnusedTokens(msisdn: string): number {
    const since = this.now() - UNUSED_TOKEN_WINDOW_MS
    return (this.#statements.countUnspent.get(this.line, msisdn, since) as { count: number }).count
  }

  findToken(token: string): IssuedToken | undefined {
    const row = this.#statements.token.get(this.line, token) as { issued_at: number; json: string } | undefined
    if (!row || this.now() - row.issued_at > TOKEN_KEPT_MS) return undefined
    return { retrieval: JSON.parse(row.json), issuedAt: row.issued_at }
  }

  /** @returns whether this call spent it, and no earlier one did */
  spendToken(token: string): boolean {
    return this.#statements.spendToken.run(this.now(), this.line, token).changes === 1
  }
}

/**
 * Moves dates that are now in the future back to the present, after the clock was set back: otherwise their TTLs would
 * be longer.
 */
export function capDates(database: Database.Database, now: number): void {
  database.prepare('UPDATE retrieval SET retrieved_at = ? WHERE retrieved_at > ?').run(now, now)
  database.prepare('UPDATE token SET issued_at = ? WHERE issued_at > ?').run(now, now)
}
