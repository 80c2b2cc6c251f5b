// The other requests of the admin API: clock, key pairs, traces.

import type { ClockChange } from '@local-number/simulator-contract'
import { z } from 'zod'
import { DEFAULT_TRACES, MAX_TRACES } from '../storage/trace-table'
import { strict } from './fields'

export const keyPairSchema = strict({ bits: z.literal([1024, 2048], { error: 'must be 1024 or 2048' }) })

/** The clock itself knows its range. */
const ms = z.int({ error: 'must be a whole number of milliseconds' })

export const clockSchema = z.union(
  [strict({ advanceMs: ms }), strict({ now: ms }), strict({ reset: z.literal(true) })],
  { error: 'must be {"advanceMs": …}, {"now": …} or {"reset": true}, in whole milliseconds' },
) satisfies z.ZodType<ClockChange>

const limitError = { error: `must be a whole number from 1 to ${MAX_TRACES}` }

export const tracesQuerySchema = z.object({
  limit: z.coerce
    .number(limitError)
    .int(limitError)
    .min(1, limitError)
    .max(MAX_TRACES, limitError)
    .default(DEFAULT_TRACES),
})
