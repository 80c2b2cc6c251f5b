// The API as a WeChat cloud function: the event carries path and body, the result status and body, as over HTTP.
import { createHash } from 'node:crypto'
import { type CloudAnswer, TRACE_HEADER } from '@local-number/protocol'
import { z } from 'zod'
import { ServerError } from '../errors'
import { answerError } from '../http/answer'
import { createApi } from '../http/api'
import { LOGIN_ROUTES, type LoginServer } from '../http/routes'
import { type ServerOrOptions, toServer } from '../http/server-or-options'
import { acceptTraceId } from '../log/trace-id'
import { parseRequest } from '../requests'

export interface CloudFunctionOptions {
  /**
   * Returns the caller as WeChat names it; called once per request: `() => cloud.getWXContext().OPENID`. A hash of it
   * replaces the page's session id: wrong numbers are counted per user, and one user cannot verify another user's
   * attempt. A call without an OpenID is refused with `callerUnknown`.
   *
   * @default the page's session id counts
   */
  readonly openId?: (() => string | undefined) | undefined
}

/** The type of `exports.main`. Never rejects. */
export type CloudFunction = (event: unknown) => Promise<CloudAnswer>

/** What a cloud function needs of a server. Can be an object that creates the real server on the first call. */
export type CloudServer = LoginServer

/** Mounts the API on `wx.cloud.callFunction`: `data` is a `CloudRequest`, `result` a `CloudAnswer`. */
export function createCloudFunction(
  serverOrOptions: ServerOrOptions<CloudServer>,
  { openId }: CloudFunctionOptions = {},
): CloudFunction {
  const server = toServer(serverOrOptions)
  const api = createApi(server, LOGIN_ROUTES)
  return async (event) => {
    const traceId = acceptTraceId(readTraceId(event))
    try {
      const { path, body } = parseRequest(eventShape, event)
      const headers: Readonly<Record<string, string>> = { [TRACE_HEADER]: traceId, 'content-type': 'application/json' }
      const answer = await api({
        method: 'POST',
        path,
        getHeader: (name) => headers[name],
        body: { parsed: body },
        callerId: openId && toCallerId(openId()),
      })
      return { status: answer.status, body: answer.body as CloudAnswer['body'] }
    } catch (thrown) {
      const { status, body } = answerError(thrown, { traceId, log: server.log })
      return { status, body }
    }
  }
}

const tracedEvent = z.object({ traceId: z.string() })

function readTraceId(event: unknown): string {
  return tracedEvent.safeParse(event).data?.traceId ?? ''
}

const eventShape = z.object({ path: z.string(), body: z.unknown() })

/** Has the format of a session id. OpenIDs are random enough to be hashed without a key. */
function toCallerId(openId: string | undefined): string {
  if (!openId) throw new ServerError('callerUnknown')
  return createHash('sha256').update(`openid\0${openId}`).digest('base64url')
}
