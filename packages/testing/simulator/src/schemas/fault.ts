// What can be switched on as a fault.
import {
  CALLS_OF_EFFECT,
  FAULT_CALLS,
  type Fault,
  type FaultEffect,
  type FaultRequest,
} from '@local-number/simulator-contract'
import { z } from 'zod'
import { oneOf, strict, withCode } from './fields'
import { parseFields } from './parse-fields'

const MAX_MS = 600_000

const CODE = 'must be 1 to 16 printable characters without spaces'
const DURATION = `must be 0 to ${MAX_MS} milliseconds`
const STATUS = 'must be 500 to 599'
const TYPE = 'must be a media type, e.g. text/html'
const HANDSET = 'must be the id of a handset'
const TIMES = 'must be a whole number from 1, or null for every time'

const TOKEN = "[\\w!#$%&'*+.^`|~-]+"
/** RFC 9110 §8.3.1. What ends in a header must be free of line breaks. */
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?: *; *${TOKEN}=(?:${TOKEN}|"[ !#-[\\]-~]*"))*$`)

/** Aborts, so that a duration out of range is not compared with another one. */
const outOfRange = { error: DURATION, abort: true }
const duration = z.number(DURATION).min(0, outOfRange).max(MAX_MS, outOfRange).optional()
const flag = z.literal(true, 'must be true, or left out').optional()

/** Every effect must have a schema here. */
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
  lost: flag,
  duplicated: flag,
  refused: flag,
} satisfies { readonly [Name in keyof Required<FaultEffect>]: z.ZodType<FaultEffect[Name]> })

export const effectSchema = effects
  .refine((effect) => namesIn(effect).length > 0, {
    error: `must have at least one of ${Object.keys(effects.shape).join(', ')}`,
    params: withCode('missing'),
  })
  .refine(({ jitterMs = 0, delayMs = 0 }) => jitterMs <= delayMs, {
    path: ['jitterMs'],
    error: 'must be no more than delayMs',
    params: withCode('outOfRange'),
  })

const faultRequest = strict({
  call: oneOf(FAULT_CALLS),
  effect: effectSchema,
  handset: z.string(HANDSET).min(1, HANDSET).max(63, HANDSET).optional(),
  times: z.int(TIMES).min(1, TIMES).nullable().default(1),
}).superRefine(({ call, effect }, { addIssue }) => {
  for (const name of namesIn(effect)) {
    const calls = CALLS_OF_EFFECT[name]
    if (!calls.includes(call)) {
      const message = `must be left out for ${call}: only ${calls.join(', ')} can have it`
      addIssue({ code: 'custom', path: ['effect', name], message, params: withCode('notAllowed') })
    }
  }
})

/** @throws SimulatorError `faultMalformed` for any other value, of any type */
export function parseFaultRequest(request: FaultRequest): Omit<Fault, 'id'> {
  const {
    call,
    effect,
    handset = null,
    times,
  } = parseFields(request, faultRequest, {
    code: 'faultMalformed',
    summary: 'the fault cannot be switched on: ',
    maxLength: 500,
  })
  const given = Object.fromEntries(namesIn(effect).map((name) => [name, effect[name]]))
  return { call, handset, times, effect: given }
}

/** In-process callers may pass `undefined` for an effect that they do not want. */
function namesIn(effect: FaultEffect): readonly (keyof FaultEffect)[] {
  return (Object.keys(effect) as (keyof FaultEffect)[]).filter((name) => effect[name] !== undefined)
}
