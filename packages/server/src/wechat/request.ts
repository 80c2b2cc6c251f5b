// The body of the request for the number of a WeChat account.
import { BINDING, type WechatPhoneRequest } from '@local-number/protocol'
import { z } from 'zod'
import { parseRequest, randomText } from '../requests'
import { consent } from '../sign/request'

/** Consent may be missing: that is refused later, by a code of its own. */
export type ParsedWechatRequest = Omit<WechatPhoneRequest, 'consent'> & {
  readonly consent?: WechatPhoneRequest['consent'] | null
}

const shape = z.object({
  code: z.string().regex(/^[!-~]{1,512}$/),
  consent: consent.nullish(),
  session: randomText,
  binding: z.string().regex(BINDING).optional(),
})

/** @throws ServerError `requestMalformed` */
export function parseWechatRequest(body: unknown): ParsedWechatRequest {
  return parseRequest(shape, body)
}
