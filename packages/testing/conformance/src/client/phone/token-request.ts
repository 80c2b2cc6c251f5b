// Parses the token request as it left the phone.
import { assert } from '../../assertions'
import type { SentRequest } from './wx'

type Fields = Readonly<Record<string, unknown>>

export interface TokenRequest {
  readonly header: Fields
  readonly body: Fields
}

/** @throws Unmet if no request was sent, or if it is not JSON with header and body */
export function parseTokenRequest(sent: SentRequest | undefined): TokenRequest {
  assert(sent !== undefined, 'getTokenInfo must send a request')
  const { header, body } = isFields(sent.body) ? sent.body : {}
  assert(isFields(header) && isFields(body), 'the token request must be JSON with a header and a body')
  return { header, body }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
