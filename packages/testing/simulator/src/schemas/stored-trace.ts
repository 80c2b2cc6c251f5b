// The fields of a trace and of its exchanges, as they are stored.
import { CALLS, CAUSE_ACTORS, type CauseId } from '@local-number/protocol/return-codes'
import {
  CARRIERS,
  type Enrichment,
  type Exchange,
  type Md5Finding,
  type PhoneNumFinding,
  type SignatureFinding,
  type TraceSummary,
} from '@local-number/simulator-contract'
import { z } from 'zod'
import { effectSchema } from './fault'
import { line, rowNumber, time } from './stored-fields'

const text = z.string()
const parts = z.array(z.object({ name: text, value: text }))
const count = z.int().min(0)

export const storedTrace = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/, { error: 'is not 32 hex digits' }),
  line,
  appId: text,
  handset: text.nullable(),
  msgId: text,
  verifyMsgIds: z.array(text),
  msisdnMasked: text,
  startedAt: time,
  outcome: z.enum(['underWay', 'unfinished', 'verified', 'notThisNumber', 'failed']),
  lastCode: text,
  exchanges: count,
}) satisfies z.ZodType<TraceSummary>

const enrichment = z.object({
  openType: text,
  insertedMasked: text.nullable(),
  via: text,
  cause: z.enum(['wifi', 'otherCarrier', 'dataOnlySim', 'iotSim', 'offline', 'noMobileData']).nullable(),
  owner: z.enum(CARRIERS).optional(),
}) satisfies z.ZodType<Enrichment>

const verified = z.object({ verified: z.literal(true) })
const refused = z.object({ verified: z.literal(false), found: text })
const expected = { expectedText: text, expectedParts: parts }

const signature = z
  .object({
    ...expected,
    scheme: z.object({
      algorithm: z.enum(['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']),
      encoding: z.enum(['base64', 'hex', 'HEX']),
    }),
    registeredKeys: z.array(text),
  })
  .and(
    z.discriminatedUnion('verified', [
      verified.extend({ key: text }),
      refused.extend({
        reason: z.enum([
          'malformed',
          'otherEncoding',
          'otherAlgorithm',
          'otherText',
          'keyOfAnotherApp',
          'platformKey',
          'unknownKey',
        ]),
      }),
    ]),
  ) satisfies z.ZodType<SignatureFinding>

const md5 = z.object(expected).and(
  z.discriminatedUnion('verified', [
    verified,
    refused.extend({
      foundParts: parts,
      reason: z.enum([
        'malformed',
        'otherEncoding',
        'otherAlgorithm',
        'withoutAppKey',
        'appKeyCase',
        'keyOfAnotherApp',
        'otherAttempt',
        'otherText',
        'otherOrder',
        'unknown',
      ]),
    }),
  ]),
) satisfies z.ZodType<Md5Finding>

const phoneNum = z.discriminatedUnion('opened', [
  z.object({ opened: z.literal(true), typedMasked: text }),
  z.object({
    opened: z.literal(false),
    reason: z.enum(['notBase64', 'wrongLength', 'cannotOpen', 'noNumber', 'otherAppKey', 'otherTimestamp']),
  }),
]) satisfies z.ZodType<PhoneNumFinding>

export const storedExchange = z.object({
  seq: rowNumber,
  call: z.enum(CALLS),
  at: time,
  request: z.object({ method: z.enum(['GET', 'POST']), path: text, fields: parts, referer: text }),
  enrichment: enrichment.optional(),
  preSign: parts.optional(),
  signature: signature.optional(),
  md5: md5.optional(),
  phoneNum: phoneNum.optional(),
  faults: z.array(effectSchema),
  answer: z
    .object({
      ms: z.number().min(0),
      status: z.int().nullable(),
      outerCode: text,
      innerCode: text,
      cause: z.enum(Object.keys(CAUSE_ACTORS) as CauseId[]).nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<Exchange>
