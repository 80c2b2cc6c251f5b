// The rows of every table but `document`: what a line of the platform stores, and the traces.
import { z } from 'zod'
import { json, line, msisdn, rowNumber, sameAsJson, time } from './stored-fields'
import { storedExchange, storedTrace } from './stored-trace'

const text = z.string()

const retrieval = z.object({
  appId: text,
  msgId: text,
  timestamp: text,
  uuid: text,
  version: text,
  wxappid: text,
  userInformation: text,
  msisdn,
  businessType: text.optional(),
  handset: text.nullable(),
  traceId: text,
})

/** Fields that are not here are not read. */
export const ROW_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  retrieval: z
    .object({
      row: rowNumber,
      line,
      app_id: text,
      msg_id: text,
      retrieved_at: time,
      trace_id: text,
      json: json(retrieval),
    })
    .superRefine(sameAsJson({ app_id: 'appId', msg_id: 'msgId', trace_id: 'traceId' })),
  token: z
    .object({
      row: rowNumber,
      line,
      token: text.min(1),
      msisdn,
      issued_at: time,
      spent_at: time.nullable(),
      trace_id: text,
      json: json(retrieval),
    })
    .superRefine(sameAsJson({ msisdn: 'msisdn', trace_id: 'traceId' })),
  number_check: z.object({ row: rowNumber, line, app_id: text, msisdn, checked_at: time }),
  trace: z
    .object({ row: rowNumber, id: text, line, app_id: text, msg_id: text, json: json(storedTrace) })
    .superRefine(sameAsJson({ id: 'id', line: 'line', app_id: 'appId', msg_id: 'msgId' })),
  exchange: z
    .object({ row: rowNumber, seq: rowNumber, trace_id: text, json: json(storedExchange) })
    .superRefine(sameAsJson({ seq: 'seq' })),
}
