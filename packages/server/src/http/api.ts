// The API without a transport: one function from a call to its answer. Whatever carries it, a call below the API's
// prefix gets its trace id, its checks, its headers and its errors here.
import { TRACE_HEADER } from '@local-number/protocol'
import type { CallFacts, QuotaFacts } from '../call-facts'
import { ServerError } from '../errors'
import { type Log, redactLog } from '../log/log'
import { acceptTraceId } from '../log/trace-id'
import { type ApiAnswer, answerError, createAnswer } from './answer'
import { type ReadableCall, readJson } from './body'
import { describeQuotas } from './quota-headers'
import type { Route, Routes } from './routes'

/** A request to the API, over any transport. */
export interface Call extends ReadableCall, Pick<CallFacts, 'address' | 'callerId'> {
  /** In upper case. */
  readonly method: string
  /** As the client spelled it, without the query. */
  readonly path: string
  /** Whether the client has gone before its request was complete. */
  readonly hasHungUp?: () => boolean
}

/** Never rejects. */
export type Api = (call: Call) => Promise<ApiAnswer>

export function createApi<Server extends { readonly log: Log }>(server: Server, routes: Routes<Server>): Api {
  const log = redactLog(server.log)
  return async (call) => {
    const traceId = acceptTraceId(call.getHeader(TRACE_HEADER) ?? '')
    try {
      const route = routes.get(call.path)
      if (!route || route.isMounted?.(server) === false) throw new ServerError('notFound')
      const methods = METHODS[route.method]
      if (methods.includes(call.method)) return await answer(route, server, { call, traceId })
      const headers = { allow: methods.join(', ') }
      if (call.method === 'OPTIONS') return createAnswer(204, { traceId, headers })
      const { status, body } = answerError(new ServerError('methodNotAllowed'), { traceId, log })
      return createAnswer(status, { traceId, body, headers })
    } catch (thrown) {
      if (!call.hasHungUp?.()) return answerError(thrown, { traceId, log })
      log.info({ traceId }, 'the client hung up')
      return createAnswer(400, { traceId })
    }
  }
}

const METHODS: Readonly<Record<Route<unknown>['method'], readonly string[]>> = { GET: ['GET', 'HEAD'], POST: ['POST'] }

interface Received {
  readonly call: Call
  readonly traceId: string
}

async function answer<Server>(route: Route<Server>, server: Server, { call, traceId }: Received): Promise<ApiAnswer> {
  const { address, callerId, getHeader } = call
  const quotas: QuotaFacts[] = []
  const onQuota = (quota: QuotaFacts) => void quotas.push(quota)
  const facts = { traceId, callerId, address, origin: getHeader('origin'), onQuota }
  const body = await route.act(server, route.method === 'POST' ? await readJson(call) : undefined, facts)
  // Consent and verify answer under the trace id of their attempt.
  const headers = Object.assign(describeQuotas(quotas), route.headers)
  return createAnswer(200, { traceId: Object(body).traceId ?? traceId, body, headers })
}
