// The routes: each path with its method and what it calls.
import { BUSINESS_PATHS, SMS_PATHS } from '@local-number/protocol'
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import type { LocalNumberServer } from '../server'
import type { Sms } from '../sms/sms'

export interface Route<Server> {
  readonly method: 'GET' | 'POST'
  /** @param body the parsed JSON, of a POST */
  readonly act: (server: Server, body: unknown, facts: CallFacts) => Promise<object>
  /** Whether this server has the route. Default: every server has. */
  readonly isMounted?: (server: Server) => boolean
  /** Of its answers, besides or instead of those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>
}

/** By path. Exactly these: a limit that a proxy has for one of them must not be passed by another spelling. */
export type Routes<Server> = ReadonlyMap<string, Route<Server>>

/** What the routes of a login need of a server. */
export type LoginServer = Pick<LocalNumberServer, 'sign' | 'consent' | 'verify' | 'sms' | 'log'>

export const LOGIN_ROUTES: Routes<LoginServer> = new Map<string, Route<LoginServer>>([
  [BUSINESS_PATHS.sign, { method: 'POST', act: (server, body, facts) => server.sign(body, facts) }],
  [BUSINESS_PATHS.consent, { method: 'POST', act: (server, body, facts) => server.consent(body, facts) }],
  [BUSINESS_PATHS.verify, { method: 'POST', act: (server, body, facts) => server.verify(body, facts) }],
  [SMS_PATHS.send, createSmsRoute((sms, body, facts) => sms.send(body, facts))],
  [SMS_PATHS.check, createSmsRoute((sms, body, facts) => sms.check(body, facts))],
])

function createSmsRoute(act: (sms: Sms, body: unknown, facts: CallFacts) => Promise<object>): Route<LoginServer> {
  return {
    method: 'POST',
    isMounted: ({ sms }) => sms !== undefined,
    async act({ sms }, body, facts) {
      if (sms === undefined) throw new ServerError('notFound')
      return act(sms, body, facts)
    },
  }
}

/** Below it everything is the API's: also what has no route. */
const PREFIX = '/api/local-number/'

/**
 * With the 30 s in which a checker does not ask again (jose's cooldown), less than the 5 minutes for which a new key is
 * published before it signs.
 */
const KEYS_MAX_AGE_S = 240

/** Over HTTP, also the public key of the tickets, for their checkers. */
export const HTTP_ROUTES: Routes<LocalNumberServer> = new Map<string, Route<LocalNumberServer>>([
  ...LOGIN_ROUTES,
  [
    `${PREFIX}jwks.json`,
    {
      method: 'GET',
      act: (server) => server.jwks(),
      headers: { 'cache-control': `public, max-age=${KEYS_MAX_AGE_S}` },
    },
  ],
])

/**
 * Finds the path of the API in a request target as its client spelled it. Returns `null` for what belongs to the
 * host app, such as a target that is no URL.
 */
export function findOwnPath(target: string): string | null {
  const [, path = null] = TARGET.exec(target) ?? []
  return path?.startsWith(PREFIX) && (target.startsWith('/') || URL.canParse(target)) ? path : null
}

/** A path, or a whole address as a proxy gets it (RFC 9112 §3.2.2). */
const TARGET = /^(?:https?:\/\/[^/?#]*)?(\/[^?]*)/i
