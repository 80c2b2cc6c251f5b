// Whether a fault can be switched on as it is asked for.
import { CALLS, type Call } from '@local-number/protocol/return-codes'
import { z } from 'zod'
import type { Fault, FaultEffect, FaultRequest } from '../contract'
import { SimulatorError } from '../errors'

/** Effects that are nothing to every call: an image has no JSON, and the others have no image. */
const OF_SOME_CALLS: Partial<Record<keyof FaultEffect, readonly Call[]>> = {
  truncatedImage: ['getMobile'],
  malformedJson: ['getToken', 'verify'],
  wrongMsgId: ['getToken', 'verify'],
}

const TOKEN = "[\\w!#$%&'*+.^`|~-]+"
/** RFC 9110 §8.3.1. What ends in a header must be free of line breaks. */
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?: *; *${TOKEN}=(?:${TOKEN}|"[ !#-[\\]-~]*"))*$`)

const duration = z.number().min(0).max(600_000)

const effect = z
  .strictObject({
    code: z
      .string()
      .regex(/^[!-~]{1,16}$/, 'expected 1 to 16 printable characters')
      .optional(),
    delayMs: duration.optional(),
    jitterMs: duration.optional(),
    drop: z.enum(['request', 'answer']).optional(),
    status: z.int().min(500).max(599).optional(),
    redirect: z
      .url({ protocol: /^https?$/, normalize: true, error: 'expected an http or https URL' })
      .max(2000)
      .optional(),
    malformedJson: z.literal(true).optional(),
    contentType: z.string().max(200).regex(MEDIA_TYPE, 'expected a media type, e.g. text/html').optional(),
    slowBodyMs: duration.optional(),
    truncatedImage: z.literal(true).optional(),
    wrongMsgId: z.literal(true).optional(),
  })
  .refine((effect) => namesOf(effect).length > 0, 'expected at least one effect')
  .refine(({ jitterMs = 0, delayMs = 0 }) => jitterMs <= delayMs, {
    path: ['jitterMs'],
    message: 'expected no more than delayMs',
  })

const faultRequest = z
  .strictObject({
    call: z.enum(CALLS),
    effect,
    handset: z.string().min(1).max(63).optional(),
    times: z.int().min(1).nullable().default(1),
  })
  .superRefine(({ call, effect }, { addIssue }) => {
    for (const name of namesOf(effect)) {
      const calls = OF_SOME_CALLS[name]
      if (calls && !calls.includes(call)) {
        addIssue({
          code: 'custom',
          path: ['effect', name],
          message: `${call} cannot have it: only ${calls.join(', ')}`,
        })
      }
    }
  })

/** @throws SimulatorError `faultMalformed`, whatever the request is made of */
export function readFaultRequest(request: FaultRequest): Omit<Fault, 'id'> {
  const read = faultRequest.safeParse(request)
  if (!read.success) throw new SimulatorError('faultMalformed', `no fault can be switched on so: ${listed(read.error)}`)
  const { call, effect, handset = null, times } = read.data
  const given = Object.fromEntries(namesOf(effect).map((name) => [name, effect[name]]))
  return { call, handset, times, effect: given }
}

/** In-process callers may pass `undefined` for what they do not want. */
function namesOf(effect: FaultEffect): readonly (keyof FaultEffect)[] {
  return (Object.keys(effect) as (keyof FaultEffect)[]).filter((name) => effect[name] !== undefined)
}

function listed({ issues }: z.ZodError): string {
  return issues
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
    .join('; ')
    .slice(0, 500)
}
