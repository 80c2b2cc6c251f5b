// The fields of a handset. `HandsetRegistry` checks the rest: mobile numbers, and hotspots that exist.

import { CARRIERS, type Handset, type HandsetPatch, NETWORKS } from '@local-number/simulator-contract'
import type { z } from 'zod'
import { oneOf, strict, textUpTo } from './fields'

const id = textUpTo(63)

const fields = {
  label: textUpTo(40),
  msisdn: textUpTo(40).nullable(),
  carrier: oneOf(CARRIERS),
  network: oneOf(NETWORKS),
  hotspot: textUpTo(63).nullable().optional(),
}

export const handsetSchema = strict({ id, ...fields }) satisfies z.ZodType<Handset>
export const handsetPatchSchema = strict(fields).partial() satisfies z.ZodType<HandsetPatch>
export const activeHandsetSchema = strict({ id })
export const networkSchema = strict({ network: fields.network })
