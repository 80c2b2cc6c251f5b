// The body of a sign request.
import type { SignRequest } from '@local-number/protocol'
import { z } from 'zod'
import { parseRequest, randomText } from '../requests'

/** Consent may be missing: that is refused later, by a code of its own. */
export type ParsedSignRequest = Omit<SignRequest, 'consent'> & { readonly consent?: SignRequest['consent'] | null }

const shape = z.object({
  preSign: z.string().min(1).max(256),
  consent: z.object({ version: z.string().min(1).max(64) }).nullish(),
  session: randomText,
})

/** @throws ServerError `requestMalformed` */
export function parseSignRequest(body: unknown): ParsedSignRequest {
  return parseRequest(shape, body)
}
