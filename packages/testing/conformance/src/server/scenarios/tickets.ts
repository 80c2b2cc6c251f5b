// Tickets, by which another backend accepts the user's number (docs/en/backend.md, Tickets).
import { assert, assertEqual } from '../../assertions'
import { readOutcome } from '../outcome'
import { createLoginScenario, startLogin } from '../scenario'
import { parseTicket, readKeys, readSignedTicket } from '../ticket'
import type { ServerScenarios } from './types'

/** The members of private and symmetric keys in JWK form. */
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

const TTL_S = 60
/** How far the server's clock may differ from ours. */
const MAX_SKEW_S = 120

export const ticketScenarios: ServerScenarios = [
  {
    id: '@server_jwks_public',
    title: { zh: 'jwks.json 里只有公钥', en: 'jwks.json contains public keys only' },
    source: 'docs/en/backend.md "Tickets"',
    async run(subject) {
      const keys = await readKeys(subject)
      assert(keys.length > 0, 'jwks.json must contain the public key of the tickets')
      assert(!keys.some((key) => PRIVATE_PARTS.some((part) => part in key)), 'jwks.json must not contain private keys')
    },
  },
  createLoginScenario(
    {
      id: '@server_ticket_holds',
      title: {
        zh: 'ticket 能用 jwks.json 验签，一分钟内有效，写着校验过的号码',
        en: 'a ticket can be verified with jwks.json, is valid for a minute, and contains the verified number',
      },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const login = await startLogin(subject)
      const { ticket, traceId } = readOutcome(await login.verify())
      const { header, claims } = await readSignedTicket(subject, ticket)
      assertEqual(header.typ, 'local-number-ticket+jwt', "a ticket's typ")
      assert(claims.phone_number === `+86${login.phone.msisdn}`, "a ticket's phone_number must be the verified one")
      assertEqual(claims.phone_number_verified, true, "a ticket's phone_number_verified")
      assertEqual(claims.trace_id, traceId, "a ticket's trace_id")
      for (const name of ['iss', 'aud', 'jti']) assert(Boolean(claims[name]), `a ticket must have ${name}`)
      const { exp, iat } = claims
      assert(typeof exp === 'number' && typeof iat === 'number', 'a ticket must have exp and iat')
      assert(
        exp > iat && exp - iat <= TTL_S,
        `a ticket must be valid for at most ${TTL_S} s, and was for ${exp - iat} s`,
      )
      assert(Math.abs(iat - Date.now() / 1_000) <= MAX_SKEW_S, "a ticket's iat must be the current time")
      const text = JSON.stringify(claims)
      const secrets = [login.token, subject.app.appKey]
      assert(
        !secrets.some((secret) => secret && text.includes(secret)),
        'a ticket must contain neither token nor appKey',
      )
    },
  ),
  createLoginScenario(
    {
      id: '@server_tickets_apart',
      title: {
        zh: '并发的两次登录各有自己的 ticket：号码、jti、trace_id 互不相串',
        en: 'two concurrent logins each have a ticket with their own number, jti and trace_id',
      },
      source: 'docs/en/backend.md "Tickets"',
    },
    async (subject) => {
      const logins = [await startLogin(subject), await startLogin(subject)]
      const answers = await Promise.all(logins.map((login) => login.verify()))
      const claims = answers.map((answer) => parseTicket(readOutcome(answer).ticket).claims)
      for (const [index, { phone }] of logins.entries()) {
        assert(
          claims[index]?.phone_number === `+86${phone.msisdn}`,
          'a ticket must contain the number of its own login',
        )
      }
      for (const name of ['jti', 'trace_id']) {
        assert(claims[0]?.[name] !== claims[1]?.[name], `two tickets must have different values of ${name}`)
      }
    },
  ),
]
