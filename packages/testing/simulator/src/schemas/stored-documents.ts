// The documents that a simulator keeps in memory while it runs: apps, handsets, settings.
import type { FaultRequest } from '@local-number/simulator-contract'
import { z } from 'zod'
import { isOnClock } from '../common/clock-range'
import { appSchema, values } from './app'
import { parseFaultRequest } from './fault'
import { handsetSchema } from './handset'
import { HANDSET_ID, MAX_HANDSETS } from './handset-limits'
import { json, msisdn, rowNumber, time } from './stored-fields'

const completeApp = appSchema.required()

/** Stored with the one key that a registration may leave to the simulator. */
const storedApp = z
  .looseObject({ platformPrivateKey: z.string() })
  .transform(({ platformPrivateKey: privateKey, ...app }) => {
    return { ...app, platformKeys: { privateKey } } as unknown as z.input<typeof completeApp>
  })
  .pipe(completeApp)

const storedHandset = handsetSchema
  .required()
  .extend({ id: z.string().regex(HANDSET_ID, { error: 'is not the id of a handset' }), msisdn: msisdn.nullable() })

const storedFault = z
  .looseObject({ id: z.string(), handset: z.string().nullable() })
  .superRefine(({ id: _, handset, ...request }, { addIssue }) => {
    try {
      // A request has no handset where a fault has null.
      parseFaultRequest({ ...request, ...(handset === null ? {} : { handset }) } as unknown as FaultRequest)
    } catch {
      addIssue({ code: 'custom', message: 'is not a fault' })
    }
  })

const storedMessage = z.object({
  id: z.string(),
  handset: z.string(),
  text: z.string(),
  code: z.string(),
  sentAt: time,
  // A late one may leave the clock's range.
  arrivesAt: z.int(),
})

const ids = z.array(z.string())
const slots = z.record(
  z.string(),
  z
    .int()
    .min(0)
    .max(MAX_HANDSETS - 1),
)

/** @param machineNow the machine's time, in milliseconds since 1970 */
const createSettings = (machineNow: number): Readonly<Record<string, z.ZodType>> => ({
  activeHandset: z.string(),
  clockOffsetMs: z.int().refine((offsetMs) => isOnClock(machineNow + offsetMs), {
    error: 'leads out of the years 1970 to 9999',
  }),
  demoCustomer: z.object({ privateKey: values.platformPrivateKey, publicKey: values.customerPublicKey }),
  faults: z.array(storedFault),
  handsetSlots: slots.refine((slots) => new Set(Object.values(slots)).size === Object.keys(slots).length, {
    error: 'gives two handsets one slot',
  }),
  seeded: z.object({ apps: ids, handsets: ids }),
  textMessages: z.array(storedMessage),
})

const toRow = (kind: string, id: z.ZodType, value: z.ZodType) =>
  z.object({ row: rowNumber, kind: z.literal(kind), id, json: json(value) })

const hasOwnId = (name: string) => (row: { id: unknown; json: unknown }) =>
  (row.json as Record<string, unknown>)[name] === row.id

/** @returns the schema of each row of the table `document`; that of a setting by its id */
export function createDocumentSchemas(machineNow: number): (row: { kind?: unknown; id?: unknown }) => z.ZodType {
  const differs = { path: ['id'], error: 'differs from the id in json' }
  const app = toRow('app', z.string(), storedApp).refine(hasOwnId('appId'), differs)
  const handset = toRow('handset', z.string(), storedHandset).refine(hasOwnId('id'), differs)
  const settings = Object.entries(createSettings(machineNow)).map(
    ([id, value]) => [id, toRow('setting', z.literal(id), value)] as const,
  )
  const byId = new Map<unknown, z.ZodType>(settings)
  // A setting that is not here is not read.
  const otherSetting = toRow('setting', z.string(), z.unknown())
  return ({ kind, id }) => {
    if (kind === 'app') return app
    return kind === 'handset' ? handset : (byId.get(id) ?? otherSetting)
  }
}
