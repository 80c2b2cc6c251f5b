// The shapes of the two requests, checked at the door.
import type { SignRequest, VerifyRequest } from '@local-number/protocol'
import { z } from 'zod'
import { checked } from './parse-shape'

/** The most that a request's JSON may hold. */
export const MAX_BODY_BYTES = 16 * 1024

/** A sign request whose consent may be missing: that is a refusal of its own. */
export type CheckedSignRequest = Omit<SignRequest, 'consent'> & { readonly consent?: SignRequest['consent'] | null }

const signRequest = z.object({
  preSign: z.string().min(1).max(256),
  consent: z.object({ version: z.string().min(1).max(64) }).nullish(),
  session: z.string().regex(/^[0-9A-Za-z_-]{16,128}$/),
})

const verifyRequest = z.object({
  attemptId: z.string().regex(/^[0-9A-Za-z_-]{16,128}$/),
  phone: z.string().max(64),
  token: z.string().regex(/^[!-~]{1,1024}$/),
  userInformation: z.string().max(8192),
})

/** @throws ServerError `requestMalformed` */
export function checkSignRequest(body: unknown): CheckedSignRequest {
  return checked(signRequest, body, 'requestMalformed')
}

/** @throws ServerError `requestMalformed` */
export function checkVerifyRequest(body: unknown): VerifyRequest {
  return checked(verifyRequest, body, 'requestMalformed')
}
