// The API as a cloud function: `event` in, status and body out, as over HTTP.
import { createHash } from 'node:crypto'
import {
  BUSINESS_PATHS,
  type CloudAnswer,
  isBusinessErrorCode,
  type SignAnswer,
  type VerifyAnswer,
} from '@local-number/protocol'
import { z } from 'zod'
import { ServerError } from '../errors'
import { type Log, redacted } from '../log/log'
import { traceIdOf } from '../log/trace-id'
import { checked } from '../parse-shape'
import { toRefusal } from '../refusal'
import { MAX_BODY_BYTES } from '../requests'
import type { LocalNumberServer } from '../server'

export interface CloudFunctionOptions {
  readonly log: Log
  /**
   * The caller as WeChat names it, asked once per call: `() => cloud.getWXContext().OPENID`. A hash of it takes the place
   * of the page's session, so that wrong numbers are counted per user and nobody can verify another user's attempt. A
   * call without one is refused with `callerUnknown`. The page's word unless told.
   */
  readonly openId?: () => string | undefined
}

/** What `exports.main` is. Never rejects. */
export type CloudFunction = (event: unknown) => Promise<CloudAnswer>

interface Call {
  readonly body: unknown
  readonly traceId: string
  readonly session: string | undefined
}

/** What it needs of a server, which may start with its first call. */
export type CloudServer = Pick<LocalNumberServer, 'sign' | 'verify'>

type Route = (server: CloudServer, call: Call) => Promise<SignAnswer | VerifyAnswer>

const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  [BUSINESS_PATHS.sign, (server, { body, traceId, session }) => server.sign(body, traceId, session)],
  [BUSINESS_PATHS.verify, (server, { body, session }) => server.verify(body, session)],
])

/** Mounts the API on `wx.cloud.callFunction`: `data` is a `CloudRequest`, `result` a `CloudAnswer`. */
export function createCloudFunction(server: CloudServer, { log, openId }: CloudFunctionOptions): CloudFunction {
  const safeLog = redacted(log)
  return async (event) => {
    const traceId = traceIdOf(traceIdIn(event))
    try {
      const { path, body } = checkEvent(event)
      const route = ROUTES.get(path)
      if (!route) throw new ServerError('notFound')
      return { status: 200, body: await route(server, { body, traceId, session: openId && sessionOf(openId()) }) }
    } catch (thrown) {
      return toRefusal(thrown, { traceId, log: safeLog, isPublic: isBusinessErrorCode })
    }
  }
}

const tracedEvent = z.object({ traceId: z.string() })

function traceIdIn(event: unknown): string {
  return tracedEvent.safeParse(event).data?.traceId ?? ''
}

const eventShape = z.object({ path: z.string(), body: z.unknown() })

function checkEvent(event: unknown): z.infer<typeof eventShape> {
  const { path, body } = checked(eventShape, event, 'requestMalformed')
  if (Buffer.byteLength(jsonOf(body)) > MAX_BODY_BYTES) throw new ServerError('bodyTooLarge')
  return { path, body }
}

/** What is nested too deep to be written is no request either. */
function jsonOf(body: unknown): string {
  try {
    return JSON.stringify(body) ?? ''
  } catch {
    throw new ServerError('requestMalformed')
  }
}

/** In the shape of a page's session. OpenIDs are random enough to be hashed without a key. */
function sessionOf(openId: string | undefined): string {
  if (!openId) throw new ServerError('callerUnknown')
  return createHash('sha256').update(`openid\0${openId}`).digest('base64url')
}
