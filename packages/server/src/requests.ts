// What requests have in common over all transports. Their shapes are in `sign/request.ts` and `verify/request.ts`.
import { z } from 'zod'
import { ServerError } from './errors'

/** The largest JSON body that is read, in bytes. */
export const MAX_BODY_BYTES = 16 * 1024

/** A session id (from the page) or an attempt id (from this server). */
export const randomText = z.string().regex(/^[0-9A-Za-z_-]{16,128}$/)

/**
 * Parses untrusted input. The error names fields, never their values.
 *
 * @throws ServerError `requestMalformed`
 */
export function parseRequest<T>(shape: z.ZodType<T>, input: unknown): T {
  const { data, error } = shape.safeParse(input)
  if (error === undefined) return data
  const fields = new Set(error.issues.map(({ path }) => path.join('.') || 'body'))
  throw new ServerError('requestMalformed', { detail: `check: ${[...fields].join(', ')}` })
}
