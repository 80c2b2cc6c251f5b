// Building blocks of the schemas. A message is read after the field's path: "appId must be 6 to 20 digits".
import type { FieldErrorCode } from '@local-number/simulator-contract'
import { z } from 'zod'
import { maskText } from '../trace/masking'

/** Text of a limited length. */
export const textUpTo = (max: number) =>
  z.string({ error: 'must be text' }).max(max, { error: `must not be longer than ${max} characters` })

export const oneOf = <const T extends string>(choices: readonly T[]) =>
  z.enum(choices, { error: `must be one of ${choices.join(', ')}` })

/** For issues that zod cannot classify: `refine(…, { params: withCode('notAnRsaKey') })`. */
export const withCode = (fieldErrorCode: FieldErrorCode) => ({ fieldErrorCode })

/** An object that refuses unknown fields, and then lists the known ones. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape).join(', ')
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `is an unknown field: the fields are ${known}`
        : `must be an object with the fields ${known}`,
  })
}

const MAX_NAME_LENGTH = 100

/** A field's name from a request: it may be anything, even a key that was pasted in the wrong place. */
export function toShownName(name: string): string {
  return maskText(name, [], MAX_NAME_LENGTH)
}
