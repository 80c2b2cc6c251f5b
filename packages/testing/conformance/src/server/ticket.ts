// Reads tickets, and the keys with which they are checked (docs/en/backend.md, Tickets).
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { assert } from '../assertions'
import { isObject, parseJsonObject, send } from '../http'
import { describeAnswer } from './describe-answer'
import type { ServerSubject } from './subject'

const JWKS_PATH = '/api/local-number/jwks.json'

/** The digest of each algorithm that tickets may use. */
const DIGESTS: ReadonlyMap<unknown, string | null> = new Map([
  ['ES256', 'sha256'],
  ['EdDSA', null],
])

type Claims = Readonly<Record<string, unknown>>

/** Reads jwks.json. @throws Unmet if it has no keys */
export async function readKeys({ address }: ServerSubject): Promise<readonly JsonWebKey[]> {
  const answer = await send({ url: `${address}${JWKS_PATH}` })
  const keys = parseJsonObject(answer)?.keys
  assert(
    answer.status === 200 && Array.isArray(keys),
    `jwks.json must contain keys, and was answered ${describeAnswer(answer)}`,
  )
  return keys.filter(isObject)
}

/** @throws Unmet if it is not a JWT */
export function parseTicket(ticket: unknown) {
  const parts = typeof ticket === 'string' ? ticket.split('.') : []
  const [head = '', body = '', signature = ''] = parts
  const [header, claims] = [parsePart(head), parsePart(body)]
  assert(parts.length === 3 && header !== null && claims !== null, 'a ticket must be a JWT')
  const isSignedBy = (jwk: JsonWebKey): boolean => {
    const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
    const digest = DIGESTS.get(header.alg) ?? null
    return verify(digest, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
  }
  return { header, claims, isSignedBy }
}

/**
 * Reads a ticket that one of the server's keys has signed.
 *
 * @throws Unmet if it is none
 */
export async function readSignedTicket(subject: ServerSubject, ticket: unknown) {
  const { header, claims, isSignedBy } = parseTicket(ticket)
  assert(DIGESTS.has(header.alg), "a ticket's alg must be ES256 or EdDSA")
  const keys = (await readKeys(subject)).filter(({ kid }) => header.kid === undefined || kid === header.kid)
  assert(keys.some(isSignedBy), 'a ticket must be signed with a key of jwks.json')
  return { header, claims }
}

function parsePart(part: string): Claims | null {
  return parseJsonObject({ body: Buffer.from(part, 'base64url') })
}
