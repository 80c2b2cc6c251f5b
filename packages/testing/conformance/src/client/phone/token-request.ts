// The token request as it left the phone, taken apart.
import { must } from '../../must'
import type { SentRequest } from './wx'

type Fields = Readonly<Record<string, unknown>>

export interface TokenRequest {
  readonly header: Fields
  readonly body: Fields
}

/** @throws Unmet when no request was sent, or one of another shape */
export function tokenRequestOf(sent: SentRequest | undefined): TokenRequest {
  must(sent !== undefined, 'getTokenInfo must send a request')
  const { header, body } = isFields(sent.body) ? sent.body : {}
  must(isFields(header) && isFields(body), 'the token request must be JSON with a header and a body')
  return { header, body }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
