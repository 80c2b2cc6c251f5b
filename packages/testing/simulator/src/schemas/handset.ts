// The fields of a handset. `HandsetRegistry` checks the rest: mobile numbers, and hotspots that exist.

import { CARRIERS, HANDSET_OSES, type Handset, type HandsetPatch, NETWORKS } from '@local-number/simulator-contract'
import { z } from 'zod'
import { oneOf, strict, textUpTo } from './fields'

const id = textUpTo(63)
const flag = z.boolean({ error: 'must be true or false' })
const OS_VERSION = 'must be a version such as 18 or 18.5'

const fields = {
  label: textUpTo(40),
  msisdn: textUpTo(40).nullable(),
  carrier: oneOf(CARRIERS),
  network: oneOf(NETWORKS),
  hotspot: textUpTo(63).nullable().optional(),
  os: oneOf(HANDSET_OSES).optional(),
  osVersion: z
    .string({ error: OS_VERSION })
    .regex(/^\d{1,3}(?:\.\d{1,3}){0,2}$/, { error: OS_VERSION })
    .optional(),
  mobileData: flag.optional(),
  iot: flag.optional(),
  blocked: flag.optional(),
}

export const handsetSchema = strict({ id, ...fields }) satisfies z.ZodType<Handset>
export const handsetPatchSchema = strict(fields).partial() satisfies z.ZodType<HandsetPatch>
export const activeHandsetSchema = strict({ id })
export const networkSchema = strict({ network: fields.network })
