// Parses a request by its schema. What is wrong is reported field by field, never with the refused value.
import type { FieldError, FieldErrorCode, SimulatorErrorCode } from '@local-number/simulator-contract'
import { z } from 'zod'
import { SimulatorError } from '../common/errors'
import { toShownName } from './fields'

export interface ParseFieldsOptions {
  /** @default fieldsMalformed */
  readonly code?: SimulatorErrorCode
  /**
   * What the message begins with.
   *
   * @default ''
   */
  readonly summary?: string
  /**
   * The message is cut to this many characters.
   *
   * @default 2000
   */
  readonly maxLength?: number
}

/** A limit, since a request may have any number of unknown fields. */
const MAX_FIELDS = 50

/** @throws SimulatorError with `options.code`, and `fields` for every wrong field */
export function parseFields<Schema extends z.ZodType>(
  value: unknown,
  schema: Schema,
  { code = 'fieldsMalformed', summary = '', maxLength = 2000 }: ParseFieldsOptions = {},
): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields = toFieldErrors(parsed.error)
  const problems = fields.map(({ path, message }) => `${path || 'the request'} ${message}`)
  throw new SimulatorError(code, `${summary}${problems.join('; ')}`.slice(0, maxLength), { fields })
}

/** @param error of a parse with `reportInput`, without which a missing field has the code `wrongType` */
export function toFieldErrors({ issues }: z.ZodError): readonly FieldError[] {
  return issues.slice(0, MAX_FIELDS).flatMap(toErrorsOfIssue).slice(0, MAX_FIELDS)
}

/** Zod reports all unknown fields of an object as one issue. */
function toErrorsOfIssue(issue: z.core.$ZodIssue): readonly FieldError[] {
  const { message } = issue
  const path = issue.path.map((step) => (typeof step === 'string' ? toShownName(step) : step))
  if (issue.code !== 'unrecognized_keys') return [{ path: z.core.toDotPath(path), code: toCode(issue), message }]
  return issue.keys.slice(0, MAX_FIELDS).map((key) => ({
    path: z.core.toDotPath([...path, toShownName(key)]),
    code: 'unknownField',
    message,
  }))
}

function toCode(issue: z.core.$ZodIssue): FieldErrorCode {
  if (issue.code === 'custom') return issue.params?.fieldErrorCode ?? 'malformed'
  if (issue.input === undefined && issue.code.startsWith('invalid_')) return 'missing'
  if (issue.code === 'too_small' || issue.code === 'too_big') return SIZE_CODES[issue.origin] ?? 'outOfRange'
  return CODES[issue.code] ?? 'malformed'
}

const CODES: Readonly<Record<string, FieldErrorCode>> = {
  invalid_type: 'wrongType',
  invalid_value: 'notAllowed',
  unrecognized_keys: 'unknownField',
}

/** By the type of the value. A type not listed, such as a number, is `outOfRange`. */
const SIZE_CODES: Readonly<Record<string, FieldErrorCode>> = { string: 'tooLong', array: 'tooLong' }
