// Bodies of the API's POST routes: what a page sends, and what the schemas accept, both with altered fields.
import fc from 'fast-check'
import { z } from 'zod'
import { consentShape, signShape } from '../../../../../packages/server/src/sign/request'
import { checkShape, sendShape } from '../../../../../packages/server/src/sms/request'
import { verifyShape } from '../../../../../packages/server/src/verify/request'
import { createPreSign, createSession, INFORMATION, PHONE } from '../../../../../packages/server/test/support/business'
import { createAlteredMessage } from '../../../../../packages/testing/simulator/test/fuzz/support/messages'
import { CODE } from './target'

export type PostRoute = 'sign' | 'consent' | 'verify' | 'smsSend' | 'smsCheck'

const SHAPES: Readonly<Record<PostRoute, z.ZodObject>> = {
  sign: signShape,
  consent: consentShape,
  verify: verifyShape,
  smsSend: sendShape,
  smsCheck: checkShape,
}

type Body = Readonly<Record<string, unknown>>

/** @param takeAttemptId returns an attempt that waits for its verify */
export function createBodies(takeAttemptId: () => string): Readonly<Record<PostRoute, fc.Arbitrary<Buffer>>> {
  const consent = { version: '1' }
  /** Of one session, so that codes are found, used and void. */
  const user = { phone: PHONE, consent, session: 's'.repeat(16), binding: 'b'.repeat(43) }
  const usual: Readonly<Record<PostRoute, readonly (() => Body)[]>> = {
    sign: [
      () => ({ preSign: createPreSign(Date.now()), consent, session: createSession() }),
      () => ({ edition: 'httpsMiniProgram', session: createSession(), binding: 'b'.repeat(43) }),
    ],
    consent: [() => ({ attemptId: takeAttemptId(), consent })],
    verify: [
      () => ({
        attemptId: takeAttemptId(),
        phone: PHONE,
        token: `token${createSession()}`,
        userInformation: INFORMATION,
      }),
    ],
    smsSend: [() => ({ ...user, captcha: 'c', device: createSession() })],
    smsCheck: [() => ({ ...user, code: CODE, device: createSession() })],
  }
  const create = (route: PostRoute) => {
    const shape = SHAPES[route]
    const names = Object.keys(shape.shape)
    const parts = names.filter((name) => usual[route].some((createUsual) => isObject(createUsual()[name])))
    const alter = (createValid: () => Body) => createAlteredMessage(createValid, names, parts)
    const unusual = usual[route].map((createUsual) =>
      mix(createAccepted(shape), createUsual).chain((body) => alter(() => body)),
    )
    return fc.oneof(...usual[route].map(alter), ...unusual)
  }
  return {
    sign: create('sign'),
    consent: create('consent'),
    verify: create('verify'),
    smsSend: create('smsSend'),
    smsCheck: create('smsCheck'),
  }
}

/** Made from the schema, so that a new field is in it at once. */
function createAccepted(shape: z.ZodObject): fc.Arbitrary<Body> {
  return toArbitrary(z.toJSONSchema(shape, { io: 'input' }) as JsonSchema) as fc.Arbitrary<Body>
}

/** With some of the usual fields, since a body is refused by the first that is wrong. */
function mix(accepted: fc.Arbitrary<Body>, createUsual: () => Body): fc.Arbitrary<Body> {
  return fc.tuple(accepted, fc.subarray(Object.keys(createUsual()))).map(([body, kept]) => {
    const usual = Object.entries(createUsual()).filter(([name]) => kept.includes(name))
    return { ...body, ...Object.fromEntries(usual) }
  })
}

/** The parts of JSON Schema that our schemas use. */
type JsonSchema =
  | { readonly anyOf: readonly JsonSchema[] }
  | { readonly enum: readonly string[] }
  | { readonly type: 'null' }
  | { readonly type: 'string'; readonly pattern?: string; readonly minLength?: number; readonly maxLength?: number }
  | {
      readonly type: 'object'
      readonly properties: Readonly<Record<string, JsonSchema>>
      readonly required?: readonly string[]
    }

function toArbitrary(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('anyOf' in schema) return fc.oneof(...schema.anyOf.map(toArbitrary))
  if ('enum' in schema) return fc.constantFrom(...schema.enum)
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'string') {
    const { pattern, minLength, maxLength } = schema
    return pattern === undefined
      ? fc.string({ unit: 'binary', minLength, maxLength })
      : fc.stringMatching(RegExp(pattern))
  }
  if (schema.type !== 'object') throw new Error(`no values for the schema ${JSON.stringify(schema)}: add its kind here`)
  const fields = Object.entries(schema.properties).map(([name, each]) => [name, toArbitrary(each)] as const)
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] })
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
