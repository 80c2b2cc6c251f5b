// The API as a WeChat cloud function: the event carries path and body, the result status and body, as over HTTP.
import { createHash } from 'node:crypto'
import { BUSINESS_PATHS, type BusinessAnswer, type CloudAnswer, isBusinessErrorCode } from '@local-number/protocol'
import { z } from 'zod'
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import { type Log, redactLog } from '../log/log'
import { acceptTraceId } from '../log/trace-id'
import { toRefusal } from '../refusal'
import { MAX_BODY_BYTES, parseRequest } from '../requests'
import type { LocalNumberServer } from '../server'

export interface CloudFunctionOptions {
  /** Receives redacted lines. */
  readonly log: Log
  /**
   * Returns the caller as WeChat names it; called once per request: `() => cloud.getWXContext().OPENID`. A hash of it
   * replaces the page's session id: wrong numbers are counted per user, and one user cannot verify another user's
   * attempt. A call without an OpenID is refused with `callerUnknown`.
   *
   * @default the page's session id counts
   */
  readonly openId?: () => string | undefined
}

/** The type of `exports.main`. Never rejects. */
export type CloudFunction = (event: unknown) => Promise<CloudAnswer>

/** What a cloud function needs of a server. Can be an object that creates the real server on the first call. */
export type CloudServer = Pick<LocalNumberServer, 'sign' | 'consent' | 'verify'>

type Route = (server: CloudServer, body: unknown, facts: CallFacts) => Promise<BusinessAnswer>

const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  [BUSINESS_PATHS.sign, (server, body, facts) => server.sign(body, facts)],
  [BUSINESS_PATHS.consent, (server, body, facts) => server.consent(body, facts)],
  [BUSINESS_PATHS.verify, (server, body, facts) => server.verify(body, facts)],
])

/** Mounts the API on `wx.cloud.callFunction`: `data` is a `CloudRequest`, `result` a `CloudAnswer`. */
export function createCloudFunction(server: CloudServer, { log, openId }: CloudFunctionOptions): CloudFunction {
  const safeLog = redactLog(log)
  return async (event) => {
    const traceId = acceptTraceId(readTraceId(event))
    try {
      const { path, body } = parseEvent(event)
      const route = ROUTES.get(path)
      if (!route) throw new ServerError('notFound')
      return { status: 200, body: await route(server, body, { traceId, callerId: openId && toCallerId(openId()) }) }
    } catch (thrown) {
      return toRefusal(thrown, { traceId, log: safeLog, isPublic: isBusinessErrorCode })
    }
  }
}

const tracedEvent = z.object({ traceId: z.string() })

function readTraceId(event: unknown): string {
  return tracedEvent.safeParse(event).data?.traceId ?? ''
}

const eventShape = z.object({ path: z.string(), body: z.unknown() })

function parseEvent(event: unknown): z.infer<typeof eventShape> {
  const { path, body } = parseRequest(eventShape, event)
  if (Buffer.byteLength(stringify(body)) > MAX_BODY_BYTES) throw new ServerError('bodyTooLarge')
  return { path, body }
}

/** JSON.stringify overflows on deep nesting: treat it as malformed. */
function stringify(body: unknown): string {
  try {
    return JSON.stringify(body) ?? ''
  } catch {
    throw new ServerError('requestMalformed')
  }
}

/** Has the format of a session id. OpenIDs are random enough to be hashed without a key. */
function toCallerId(openId: string | undefined): string {
  if (!openId) throw new ServerError('callerUnknown')
  return createHash('sha256').update(`openid\0${openId}`).digest('base64url')
}
