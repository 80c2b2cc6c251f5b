// Building blocks of the schemas of stored rows.
import { parseMsisdn } from '@local-number/protocol'
import { z } from 'zod'
import { isOnClock } from '../state/clock'

export const line = z.enum(['production', 'test'])

/** Milliseconds since 1970. */
export const time = z.int().refine(isOnClock, { error: 'is not in the years 1970 to 9999' })

export const msisdn = z.string().refine((text) => parseMsisdn(text) === text, { error: 'is not a mobile number' })

/** Leaves room for as many rows again: SQLite gives the next row the next number, and JavaScript must be able to. */
export const rowNumber = z
  .int()
  .min(1)
  .max(2 ** 52)

/** A column that stores JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, { addIssue }) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        addIssue({ code: 'custom', message: 'is not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

type Row = Readonly<Record<string, unknown>> & { readonly json: object }

/**
 * Refuses a row in which a column differs from the same field in its JSON.
 *
 * @param fields the field of each such column
 */
export const sameAsJson = (fields: Readonly<Record<string, string>>) => (row: Row, context: z.RefinementCtx<Row>) => {
  const inJson = new Map(Object.entries(row.json))
  for (const [column, field] of Object.entries(fields)) {
    if (row[column] === inJson.get(field)) continue
    context.addIssue({ code: 'custom', path: [column], message: `differs from ${field} in json` })
  }
}
