// What one line of the platform remembers: numbers taken, tokens issued, checks counted. Single use is one statement.
import type { Line } from '@local-number/protocol'
import type { Database } from './database'

/** A number that was taken and waits for its getToken. The ids are the image's. */
export interface Taking {
  readonly appId: string
  readonly msgId: string
  readonly timestamp: string
  readonly uuid: string
  readonly version: string
  /** `''` from the H5 edition. */
  readonly wxappid: string
  readonly userInformation: string
  readonly msisdn: string
  /** The id of the handset that asked; `null` on the test line. */
  readonly handset: string | null
  /** The trace of the login. */
  readonly traceId: string
}

export interface IssuedToken {
  readonly taking: Taking
  /** Milliseconds since 1970. */
  readonly issuedAt: number
  /** Whether a verification has reached it before. */
  readonly spent: boolean
}

/** 103911 looks at the tokens of the last ten minutes. */
const UNUSED_TOKEN_WINDOW_MS = 10 * 60_000
/** How long a taken number waits for getToken is not documented: as long as any page lives that still wants it. */
const TAKING_LIFETIME_MS = 10 * 60_000
/** A token is remembered for a day, so that a late or a second use can be told from a made-up one. */
const TOKEN_MEMORY_MS = 24 * 60 * 60_000
const SHANGHAI_OFFSET_MS = 8 * 60 * 60_000
/** The oldest go when there are more, whatever their age. */
const ROWS_KEPT = 10_000
/** The same of the numbers that were checked today, who must not have their day anew because of others. */
const CHECKS_KEPT = 100_000

/** Earlier attempts that a refused signature is compared with. */
const PRE_SIGNS_COMPARED = 20

export class PlatformStore {
  readonly #statements
  readonly #atomically: (work: () => void) => void

  constructor(
    database: Database.Database,
    private readonly line: Line,
    private readonly now: () => number,
  ) {
    const prepare = (sql: string) => database.prepare(sql)
    this.#atomically = (work) => database.transaction(work)()
    this.#statements = {
      take: prepare('INSERT OR REPLACE INTO taking VALUES (?, ?, ?, ?, ?, ?)'),
      taken: prepare('SELECT json FROM taking WHERE line = ? AND app_id = ? AND msg_id = ? AND taken_at >= ?'),
      recent: prepare(
        `SELECT json FROM (
           SELECT taken_at AS at, json FROM taking WHERE line = :line AND app_id = :appId
           UNION ALL
           SELECT issued_at AS at, json FROM token WHERE line = :line AND json_extract(json, '$.appId') = :appId
         ) ORDER BY at DESC LIMIT ${PRE_SIGNS_COMPARED}`,
      ),
      exchanged: prepare(
        `SELECT 1 FROM token
         WHERE line = ? AND json_extract(json, '$.appId') = ? AND json_extract(json, '$.msgId') = ?`,
      ),
      exchange: prepare('DELETE FROM taking WHERE line = ? AND app_id = ? AND msg_id = ?'),
      issue: prepare('INSERT INTO token VALUES (?, ?, ?, ?, NULL, ?, ?)'),
      unspent: prepare(
        'SELECT count(*) AS count FROM token WHERE line = ? AND msisdn = ? AND issued_at >= ? AND spent_at IS NULL',
      ),
      token: prepare('SELECT issued_at, spent_at, json FROM token WHERE line = ? AND token = ?'),
      spend: prepare('UPDATE token SET spent_at = ? WHERE line = ? AND token = ? AND spent_at IS NULL'),
      checks: prepare('SELECT count FROM daily_check WHERE line = ? AND day = ? AND app_id = ? AND msisdn = ?'),
      check: prepare('INSERT INTO daily_check VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1'),
      forgetTakings: prepare(`DELETE FROM taking WHERE rowid <= (SELECT max(rowid) FROM taking) - ${ROWS_KEPT}`),
      forgetTokens: prepare(`DELETE FROM token WHERE rowid <= (SELECT max(rowid) FROM token) - ${ROWS_KEPT}`),
      forgetChecks: prepare(
        `DELETE FROM daily_check WHERE rowid <= (SELECT max(rowid) FROM daily_check) - ${ROWS_KEPT} AND day <> ?
           OR rowid <= (SELECT max(rowid) FROM daily_check) - ${CHECKS_KEPT}`,
      ),
    }
  }

  /** Taking the same ids again, as a page that reloads its image does, replaces the number. */
  putTaking(taking: Taking): void {
    const { appId, msgId, traceId } = taking
    this.#statements.take.run(this.line, appId, msgId, this.now(), traceId, JSON.stringify(taking))
    this.#statements.forgetTakings.run()
  }

  /** A msgId is the client's random text: only together with the app is it a name. */
  taking({ appId, msgId }: { readonly appId: string; readonly msgId: string }): Taking | undefined {
    const oldest = this.now() - TAKING_LIFETIME_MS
    const row = this.#statements.taken.get(this.line, appId, msgId, oldest) as { json: string } | undefined
    return row && JSON.parse(row.json)
  }

  /** Whether a number that was taken under these ids has its token already. */
  wasExchanged({ appId, msgId }: { readonly appId: string; readonly msgId: string }): boolean {
    return this.#statements.exchanged.get(this.line, appId, msgId) !== undefined
  }

  /** The pre-signs of the app's latest attempts, the newest first. */
  preSignsOf(appId: string): readonly string[] {
    const rows = this.#statements.recent.all({ line: this.line, appId }) as { json: string }[]
    return rows.map(({ json }) => {
      const { msgId, timestamp, uuid, version } = JSON.parse(json) as Taking
      return `${appId}${msgId}${timestamp}${uuid}${version}`
    })
  }

  /** One number taking gives one token: both are kept, or neither. */
  exchangeForToken(taking: Taking, token: string): void {
    const { exchange, issue, forgetTokens } = this.#statements
    this.#atomically(() => {
      exchange.run(this.line, taking.appId, taking.msgId)
      issue.run(this.line, token, taking.msisdn, this.now(), taking.traceId, JSON.stringify(taking))
      forgetTokens.run()
    })
  }

  unusedTokensOf(msisdn: string): number {
    const since = this.now() - UNUSED_TOKEN_WINDOW_MS
    return (this.#statements.unspent.get(this.line, msisdn, since) as { count: number }).count
  }

  token(token: string): IssuedToken | undefined {
    const row = this.#statements.token.get(this.line, token) as
      | { issued_at: number; spent_at: number | null; json: string }
      | undefined
    if (!row || this.now() - row.issued_at > TOKEN_MEMORY_MS) return undefined
    return { taking: JSON.parse(row.json), issuedAt: row.issued_at, spent: row.spent_at !== null }
  }

  /** @returns whether this very call spent it */
  spend(token: string): boolean {
    return this.#statements.spend.run(this.now(), this.line, token).changes === 1
  }

  checksToday({ appId, msisdn }: Taking): number {
    const row = this.#statements.checks.get(this.line, this.#today(), appId, msisdn) as { count: number } | undefined
    return row?.count ?? 0
  }

  countCheck({ appId, msisdn }: Taking): void {
    this.#statements.check.run(this.line, this.#today(), appId, msisdn)
    this.#statements.forgetChecks.run(this.#today())
  }

  #today(): string {
    return new Date(this.now() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
  }
}

/** When the clock goes back: nothing was taken or issued later than now, so that nothing lives longer than it should. */
export function datesUpTo(database: Database.Database, now: number): void {
  database.prepare('UPDATE taking SET taken_at = ? WHERE taken_at > ?').run(now, now)
  database.prepare('UPDATE token SET issued_at = ? WHERE issued_at > ?').run(now, now)
}
