// Tickets: what another backend will take for the user's number (docs/en/backend.md, Tickets).
import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { isObject, objectIn, send } from '../../http'
import { must, mustEqual } from '../../must'
import { outcomeOf } from '../outcome'
import { said } from '../said'
import { loginScenario, newLogin } from '../scenario'
import type { ServerSubject } from '../subject'
import type { ServerScenarios } from './types'

const JWKS_PATH = '/api/local-number/jwks.json'

/** What a private key, or a shared one, has in JWK form. */
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The digest of each algorithm that a ticket may have. */
const DIGESTS: ReadonlyMap<unknown, string | null> = new Map([
  ['ES256', 'sha256'],
  ['EdDSA', null],
])

const LIFETIME_S = 60
/** How far the server's clock may be from ours. */
const SKEW_S = 120

export const ticketScenarios: ServerScenarios = [
  {
    id: '@server_jwks_public',
    title: { zh: 'jwks.json 里只有公钥', en: 'jwks.json holds public keys, and nothing private' },
    source: 'docs/en/backend.md "Tickets"',
    async run(subject) {
      const keys = await keysOf(subject)
      must(keys.length > 0, 'jwks.json must hold the key of the tickets')
      must(!keys.some((key) => PRIVATE_PARTS.some((part) => part in key)), 'jwks.json must hold nothing private')
    },
  },
  loginScenario(
    {
      id: '@server_ticket_holds',
      title: {
        zh: 'ticket 能用 jwks.json 验签，一分钟内有效，写着校验过的号码',
        en: 'a ticket verifies with jwks.json, is good for a minute, and names the number that was verified',
      },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const login = await newLogin(subject)
      const { ticket, traceId } = outcomeOf(await login.verify())
      const { header, claims, isSignedBy } = readTicket(ticket)
      must(DIGESTS.has(header.alg), "a ticket's alg must be ES256 or EdDSA")
      mustEqual(header.typ, 'local-number-ticket+jwt', "a ticket's typ")
      const keys = (await keysOf(subject)).filter(({ kid }) => header.kid === undefined || kid === header.kid)
      must(keys.some(isSignedBy), 'a ticket must be signed by the key of jwks.json')
      must(claims.phone_number === `+86${login.phone.msisdn}`, "a ticket's phone_number must be the verified one")
      mustEqual(claims.phone_number_verified, true, "a ticket's phone_number_verified")
      mustEqual(claims.trace_id, traceId, "a ticket's trace_id")
      for (const name of ['iss', 'aud', 'jti']) must(Boolean(claims[name]), `a ticket must have ${name}`)
      const { exp, iat } = claims
      must(typeof exp === 'number' && typeof iat === 'number', 'a ticket must have exp and iat')
      must(exp > iat && exp - iat <= LIFETIME_S, `a ticket must be good for ${LIFETIME_S} s, and was for ${exp - iat}`)
      must(Math.abs(iat - Date.now() / 1_000) <= SKEW_S, "a ticket's minute must begin now")
      const text = JSON.stringify(claims)
      const secrets = [login.token, subject.app.appKey]
      must(!secrets.some((secret) => secret && text.includes(secret)), 'a ticket must hold neither token nor appKey')
    },
  ),
  loginScenario(
    {
      id: '@server_tickets_apart',
      title: {
        zh: '并发的两次登录各有自己的 ticket：号码、jti、trace_id 互不相串',
        en: 'two logins at once have a ticket each, with a number, a jti and a trace_id of its own',
      },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const logins = [await newLogin(subject), await newLogin(subject)]
      const answers = await Promise.all(logins.map((login) => login.verify()))
      const claims = answers.map((answer) => readTicket(outcomeOf(answer).ticket).claims)
      for (const [index, { phone }] of logins.entries()) {
        must(claims[index]?.phone_number === `+86${phone.msisdn}`, "a ticket must name its own login's number")
      }
      for (const name of ['jti', 'trace_id']) {
        must(claims[0]?.[name] !== claims[1]?.[name], `two tickets must have two of ${name}`)
      }
    },
  ),
]

type Claims = Readonly<Record<string, unknown>>

async function keysOf({ address }: ServerSubject): Promise<readonly JsonWebKey[]> {
  const answer = await send({ url: `${address}${JWKS_PATH}` })
  const keys = objectIn(answer)?.keys
  must(answer.status === 200 && Array.isArray(keys), `jwks.json must hold keys, and was ${said(answer)}`)
  return keys.filter(isObject)
}

/** @throws Unmet unless it is a JWT */
function readTicket(ticket: unknown) {
  const parts = typeof ticket === 'string' ? ticket.split('.') : []
  const [head = '', body = '', signature = ''] = parts
  const [header, claims] = [jsonOf(head), jsonOf(body)]
  must(parts.length === 3 && header !== null && claims !== null, 'a ticket must be a JWT')
  const isSignedBy = (jwk: JsonWebKey): boolean => {
    const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
    const digest = DIGESTS.get(header.alg) ?? null
    return verify(digest, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
  }
  return { header, claims, isSignedBy }
}

function jsonOf(part: string): Claims | null {
  return objectIn({ body: Buffer.from(part, 'base64url') })
}
