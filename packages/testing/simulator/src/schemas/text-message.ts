// The fields of a text message that a business server hands over.
import { parseMsisdn } from '@local-number/protocol'
import type { TextMessageRequest } from '@local-number/simulator-contract'
import { z } from 'zod'
import { strict, textUpTo } from './fields'

const CODE = 'must be 4 to 8 digits'
const PHONE = 'must be a mainland mobile number of 11 digits'

export const textMessageSchema = strict({
  phone: z.string({ error: PHONE }).transform((text, { addIssue }) => {
    const msisdn = parseMsisdn(text)
    if (msisdn !== null) return msisdn
    addIssue({ code: 'custom', message: PHONE })
    return z.NEVER
  }),
  code: z.string({ error: CODE }).regex(/^\d{4,8}$/, { error: CODE }),
  locale: textUpTo(100).nullable().optional(),
  traceId: textUpTo(100).optional(),
}) satisfies z.ZodType<TextMessageRequest>
