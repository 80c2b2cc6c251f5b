// How often each number was checked, for the daily limit (121011).
import type { Line } from '@local-number/protocol'
import type { DailyLimitPeriod } from '@local-number/simulator-contract'
import type { Database } from './database'

const SHANGHAI_OFFSET_MS = 8 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000
/** The oldest rows are deleted when there are more. */
const MAX_ROWS = 10_000
/** Checks of the last day have a higher limit, so that those of other numbers do not push them out. */
const MAX_ROWS_OF_A_DAY = 100_000

export interface CheckedNumber {
  readonly appId: string
  readonly msisdn: string
}

export class NumberChecks {
  readonly #statements

  constructor(
    database: Database.Database,
    private readonly line: Line,
    private readonly now: () => number,
  ) {
    this.#statements = {
      count: database.prepare(
        `SELECT count(*) AS count FROM number_check
         WHERE line = ? AND app_id = ? AND msisdn = ? AND checked_at >= ? AND checked_at < ?`,
      ),
      add: database.prepare('INSERT INTO number_check VALUES (?, ?, ?, ?)'),
      clear: database.prepare('DELETE FROM number_check WHERE line = ?'),
      prune: database.prepare(
        `DELETE FROM number_check WHERE rowid <= (SELECT max(rowid) FROM number_check) - ${MAX_ROWS} AND checked_at <= ?
           OR rowid <= (SELECT max(rowid) FROM number_check) - ${MAX_ROWS_OF_A_DAY}`,
      ),
    }
  }

  /** The number's checks within the period that counts as a day. */
  count({ appId, msisdn }: CheckedNumber, period: DailyLimitPeriod): number {
    const [from, until] = this.#getDay(period)
    return (this.#statements.count.get(this.line, appId, msisdn, from, until) as { count: number }).count
  }

  add({ appId, msisdn }: CheckedNumber): void {
    const now = this.now()
    this.#statements.add.run(this.line, appId, msisdn, now)
    this.#statements.prune.run(now - DAY_MS)
  }

  /** Forgets the checks of all numbers. */
  clear(): void {
    this.#statements.clear.run(this.line)
  }

  /** The first millisecond of the day, and the first after it. A check of exactly 24 hours ago is over. */
  #getDay(period: DailyLimitPeriod): readonly [from: number, until: number] {
    const now = this.now()
    if (period === 'last24Hours') return [now - DAY_MS + 1, now + 1]
    const midnight = Math.floor((now + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS
    return [midnight, midnight + DAY_MS]
  }
}
