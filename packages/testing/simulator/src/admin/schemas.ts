// What the admin API takes, but for apps and faults, which have schemas of their own.

import type { ClockChange } from '@local-number/simulator-contract'
import { CARRIERS, type Handset, type HandsetPatch, NETWORKS } from '@local-number/simulator-contract'
import { z } from 'zod'
import { strict } from './app-schema'

const text = (most: number) =>
  z.string({ error: 'must be text' }).max(most, { error: `must not be longer than ${most} characters` })
const oneOf = <const T extends string>(choices: readonly T[]) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` })

const handsetFields = {
  label: text(40),
  msisdn: text(40).nullable(),
  carrier: oneOf(CARRIERS),
  network: oneOf(NETWORKS),
  hotspot: text(63).nullable().optional(),
}

export const handsetSchema = strict({ id: text(63), ...handsetFields }) satisfies z.ZodType<Handset>
export const handsetPatchSchema = strict(handsetFields).partial() satisfies z.ZodType<HandsetPatch>
export const activeSchema = strict({ id: text(63) })
export const networkSchema = strict({ network: handsetFields.network })
export const keyPairSchema = strict({ bits: z.literal([1024, 2048], { error: 'must be 1024 or 2048' }) })

/** How far the clock goes, it knows itself. */
const ms = z.int({ error: 'must be a whole number of milliseconds' })

export const clockSchema = z.union(
  [strict({ advanceMs: ms }), strict({ now: ms }), strict({ reset: z.literal(true) })],
  { error: 'must be {"advanceMs": …}, {"now": …} or {"reset": true}, in whole milliseconds' },
) satisfies z.ZodType<ClockChange>

/** As many traces as are kept. */
const MOST_TRACES = 1000
const limitError = { error: `must be a whole number from 1 to ${MOST_TRACES}` }

export const tracesQuerySchema = z.object({
  limit: z.coerce.number(limitError).int(limitError).min(1, limitError).max(MOST_TRACES, limitError).default(50),
})
