// Whether a fault can be switched on as it is asked for.
import { CALLS, type Call } from '@local-number/protocol/return-codes'
import type { Fault, FaultEffect, FaultRequest } from '@local-number/simulator-contract'
import { z } from 'zod'
import { strict } from '../admin/app-schema'
import { SimulatorError } from '../errors'

/** Effects that are nothing to every call: an image has no JSON, and the others have no image. */
const OF_SOME_CALLS: Partial<Record<keyof FaultEffect, readonly Call[]>> = {
  truncatedImage: ['getMobile'],
  malformedJson: ['getToken', 'verify'],
  wrongMsgId: ['getToken', 'verify'],
}

const LONGEST_MS = 600_000

// Every refusal is half a sentence that continues the field's path.
const CODE = 'must be 1 to 16 printable characters without spaces'
const DURATION = `must be 0 to ${LONGEST_MS} milliseconds`
const STATUS = 'must be 500 to 599'
const TYPE = 'must be a media type, e.g. text/html'
const HANDSET = 'must be the id of a handset'
const TIMES = 'must be a whole number from 1, or null for every time'

const TOKEN = "[\\w!#$%&'*+.^`|~-]+"
/** RFC 9110 §8.3.1. What ends in a header must be free of line breaks. */
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?: *; *${TOKEN}=(?:${TOKEN}|"[ !#-[\\]-~]*"))*$`)

const oneOf = <const T extends string>(choices: readonly T[]) => z.enum(choices, `must be one of ${choices.join(', ')}`)

/** Then it is compared with no other. */
const outOfRange = { error: DURATION, abort: true }
const duration = z.number(DURATION).min(0, outOfRange).max(LONGEST_MS, outOfRange).optional()
const flag = z.literal(true, 'must be true, or left out').optional()

const effects = strict({
  code: z
    .string(CODE)
    .regex(/^[!-~]{1,16}$/, CODE)
    .optional(),
  delayMs: duration,
  jitterMs: duration,
  drop: oneOf(['request', 'answer']).optional(),
  status: z.int(STATUS).min(500, STATUS).max(599, STATUS).optional(),
  redirect: z
    .url({ protocol: /^https?$/, normalize: true, error: 'must be an http or https URL' })
    .max(2000, 'must be an http or https URL of at most 2000 characters')
    .optional(),
  malformedJson: flag,
  contentType: z.string(TYPE).max(200, { error: TYPE, abort: true }).regex(MEDIA_TYPE, TYPE).optional(),
  slowBodyMs: duration,
  truncatedImage: flag,
  wrongMsgId: flag,
})

const effect = effects
  .refine((effect) => namesOf(effect).length > 0, `must have at least one of ${Object.keys(effects.shape).join(', ')}`)
  .refine(({ jitterMs = 0, delayMs = 0 }) => jitterMs <= delayMs, {
    path: ['jitterMs'],
    error: 'must be no more than delayMs',
  })

const faultRequest = strict({
  call: oneOf(CALLS),
  effect,
  handset: z.string(HANDSET).min(1, HANDSET).max(63, HANDSET).optional(),
  times: z.int(TIMES).min(1, TIMES).nullable().default(1),
}).superRefine(({ call, effect }, { addIssue }) => {
  for (const name of namesOf(effect)) {
    const calls = OF_SOME_CALLS[name]
    if (calls && !calls.includes(call)) {
      const message = `must be left out for ${call}: only ${calls.join(', ')} can have it`
      addIssue({ code: 'custom', path: ['effect', name], message })
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
    .map(({ path, message }) => `${z.core.toDotPath(path) || 'it'} ${message}`)
    .join('; ')
    .slice(0, 500)
}
