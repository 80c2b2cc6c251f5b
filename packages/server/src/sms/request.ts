// The bodies of the requests for a message and for the check of its code.
import { BINDING, type SmsCheckRequest, type SmsSendRequest } from '@local-number/protocol'
import { z } from 'zod'
import { parseRequest, randomText } from '../requests'
import { consent } from '../sign/request'
import { CODE } from './code'

/** Consent may be missing: that is refused later, by a code of its own. */
type WithoutConsent<Request extends { readonly consent: unknown }> = Omit<Request, 'consent'> & {
  readonly consent?: Request['consent'] | null
}

export type ParsedSendRequest = WithoutConsent<SmsSendRequest>
export type ParsedCheckRequest = WithoutConsent<SmsCheckRequest>

const shape = {
  phone: z.string().max(64),
  consent: consent.nullish(),
  session: randomText,
  binding: z.string().regex(BINDING).optional(),
  device: randomText.optional(),
} as const

export const sendShape = z.object({
  ...shape,
  captcha: z
    .string()
    .regex(/^[!-~]{1,4096}$/)
    .optional(),
})

export const checkShape = z.object({ ...shape, code: z.string().regex(CODE) })

/** @throws ServerError `requestMalformed` */
export function parseSendRequest(body: unknown): ParsedSendRequest {
  return parseRequest(sendShape, body)
}

/** @throws ServerError `requestMalformed` */
export function parseCheckRequest(body: unknown): ParsedCheckRequest {
  return parseRequest(checkShape, body)
}
