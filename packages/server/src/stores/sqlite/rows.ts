// Many rows as one value of a statement: each call of SQLite costs as much as several rows of it.

export type Row = readonly (string | number | null)[]

/** For the parameter that {@link selectRows} reads. */
export function writeRows(rows: readonly Row[]): string {
  return JSON.stringify(rows)
}

/** Selects the rows of the first parameter. */
export function selectRows(columns: number): string {
  const values = Array.from({ length: columns }, (_, column) => `value ->> ${column}`)
  // Without a condition, SQLite takes an ON CONFLICT behind it for the condition of a join.
  return `SELECT ${values.join(', ')} FROM json_each(?1) WHERE true`
}

/** Selects the texts of the first parameter, for IN. */
export const SELECT_TEXTS = 'SELECT value FROM json_each(?1)'
