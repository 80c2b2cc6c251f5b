// Checks all that an earlier run has stored, at the start: a damaged row would fail in the middle of some request.
import { parseMsisdn } from '@local-number/protocol'
import type { FaultRequest } from '@local-number/simulator-contract'
import { z } from 'zod'
import { appSchema } from '../schemas/app'
import { parseFaultRequest } from '../schemas/fault'
import { handsetSchema } from '../schemas/handset'
import type { Database } from '../storage/database'

interface DocumentRow {
  readonly kind: string
  readonly id: string
  readonly json: string
}

const appWithKey = z.looseObject({ platformPrivateKey: z.string() })
const completeApp = appSchema.required()

function parseApp(value: unknown) {
  const { platformPrivateKey: privateKey, ...app } = appWithKey.parse(value)
  return completeApp.parse({ ...app, platformKeys: { privateKey } })
}

const storedHandset = handsetSchema.refine(({ msisdn }) => msisdn === null || parseMsisdn(msisdn) === msisdn)

const storedFault = z.looseObject({ id: z.string() }).refine(({ id: _, handset, ...request }) => {
  // A request has no handset where a fault has null.
  parseFaultRequest({ ...request, ...(handset === null ? {} : { handset }) } as unknown as FaultRequest)
  return true
})

const ids = z.array(z.string())

/** Settings that are not here are not read. */
const SETTINGS: Readonly<Record<string, z.ZodType>> = {
  activeHandset: z.string(),
  clockOffsetMs: z.int(),
  demoCustomer: z.object({ privateKey: z.string(), publicKey: z.string() }),
  faults: z.array(storedFault),
  handsetSlots: z.record(z.string(), z.int().min(0)),
  seeded: z.object({ apps: ids, handsets: ids }),
}

/** Fields that must be text in each row of the other tables. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  retrieval: ['appId', 'msgId', 'timestamp', 'uuid', 'version', 'wxappid', 'userInformation', 'msisdn', 'traceId'],
  token: ['appId', 'msgId', 'timestamp', 'uuid', 'version', 'wxappid', 'userInformation', 'msisdn', 'traceId'],
  trace: ['id', 'line', 'appId', 'msgId', 'msisdnMasked', 'outcome', 'lastCode'],
  exchange: ['call'],
}

/** @returns what is damaged, without its contents; `null` if nothing is */
export function findDamage(database: Database.Database): string | null {
  const rows = database.prepare('SELECT kind, id, json FROM document').all() as DocumentRow[]
  const kind = rows.find((row) => !isSound(row))?.kind
  if (kind !== undefined) return `a stored ${kind} is damaged`
  if (!hasActiveHandset(rows)) return 'the active handset does not exist'
  const table = Object.keys(TEXTS).find((name) => countDamaged(database, name) > 0)
  return table === undefined ? null : `a stored ${table} is damaged`
}

function isSound({ kind, id, json }: DocumentRow): boolean {
  try {
    const value = JSON.parse(json)
    if (kind === 'app') return parseApp(value).appId === id
    if (kind === 'handset') return storedHandset.parse(value).id === id
    return SETTINGS[id]?.safeParse(value).success ?? true
  } catch {
    return false
  }
}

function hasActiveHandset(rows: readonly DocumentRow[]): boolean {
  const active = rows.find(({ kind, id }) => kind === 'setting' && id === 'activeHandset')
  return !active || rows.some(({ kind, id }) => kind === 'handset' && id === JSON.parse(active.json))
}

function countDamaged(database: Database.Database, table: string): number {
  const texts = (TEXTS[table] ?? []).map((name) => `json_type(json, '$.${name}') IS 'text'`)
  // In a CASE the order is certain: the other functions fail on text that is no JSON.
  const isRowSound = `CASE WHEN json_valid(json) THEN json_type(json) = 'object' AND ${texts.join(' AND ')} ELSE 0 END`
  const row = database.prepare(`SELECT count(*) AS count FROM ${table} WHERE NOT (${isRowSound})`).get()
  return (row as { count: number }).count
}
