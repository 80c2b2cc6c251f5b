// The body of a verify request.
import type { VerifyRequest } from '@local-number/protocol'
import { z } from 'zod'
import { parseRequest, randomText } from '../requests'

export const verifyShape = z.object({
  attemptId: randomText,
  phone: z.string().max(64),
  token: z.string().regex(/^[!-~]{1,1024}$/),
  userInformation: z.string().max(8192),
})

/** @throws ServerError `requestMalformed` */
export function parseVerifyRequest(body: unknown): VerifyRequest {
  return parseRequest(verifyShape, body)
}
