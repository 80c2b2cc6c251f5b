// The bodies of a sign request (a pre-sign, or an edition whose ids this server makes) and of a consent request.
import {
  BINDING,
  BUSINESS_TYPES,
  type ConsentRequest,
  type HttpsEdition,
  type SignRequest,
} from '@local-number/protocol'
import { z } from 'zod'
import { ServerError } from '../errors'
import { parseRequest, randomText } from '../requests'
import { locale } from './locale'

/** What is to be signed. */
export type Subject =
  | { readonly preSign: string; readonly edition?: undefined }
  | { readonly edition: HttpsEdition; readonly preSign?: undefined }

/** Consent may be missing: that is refused later, by a code of its own. */
export interface ParsedSignRequest {
  readonly subject: Subject
  readonly consent?: SignRequest['consent'] | null
  readonly session: string
  readonly binding?: string
}

/** As above, consent may be missing. */
export interface ParsedConsentRequest {
  readonly attemptId: string
  readonly consent?: ConsentRequest['consent'] | null
}

const HTTPS_EDITIONS = Object.keys(BUSINESS_TYPES) as HttpsEdition[]

export const consent = z.object({ version: z.string().min(1).max(64), locale: locale.optional() })

export const signShape = z.object({
  preSign: z.string().min(1).max(256).optional(),
  edition: z.enum(HTTPS_EDITIONS).optional(),
  consent: consent.nullish(),
  session: randomText,
  binding: z.string().regex(BINDING).optional(),
})

export const consentShape = z.object({ attemptId: randomText, consent: consent.nullish() })

/** @throws ServerError `requestMalformed` */
export function parseSignRequest(body: unknown): ParsedSignRequest {
  const { preSign, edition, consent, session, binding } = parseRequest(signShape, body)
  return { subject: toSubject(preSign, edition), consent, session, binding }
}

/** @throws ServerError `requestMalformed` */
export function parseConsentRequest(body: unknown): ParsedConsentRequest {
  return parseRequest(consentShape, body)
}

function toSubject(preSign: string | undefined, edition: HttpsEdition | undefined): Subject {
  if (preSign !== undefined && edition === undefined) return { preSign }
  if (preSign === undefined && edition !== undefined) return { edition }
  throw new ServerError('requestMalformed', { detail: 'send either preSign or edition' })
}
