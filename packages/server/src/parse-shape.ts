// A value from outside against its shape. A refusal names the fields, never their values.
import type { z } from 'zod'
import { ServerError, type ServerErrorCode } from './errors'

/** @throws ServerError with the code */
export function checked<T>(shape: z.ZodType<T>, value: unknown, code: ServerErrorCode): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const fields = new Set(result.error.issues.map(({ path }) => path.join('.') || 'body'))
  throw new ServerError(code, { detail: `check: ${[...fields].join(', ')}` })
}
