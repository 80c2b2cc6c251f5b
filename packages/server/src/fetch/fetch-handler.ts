// The API as a function from a Request to its Response: for Hono, Next.js and whatever else speaks Fetch.
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import { createApi } from '../http/api'
import { READ_BEFORE } from '../http/body'
import { findOwnPath, HTTP_ROUTES } from '../http/routes'
import { type ServerOrOptions, toServer } from '../http/server-or-options'

/** `address`: the client's IP address as your runtime knows it; no header of the request can say it. */
export type FetchFacts = Pick<CallFacts, 'address'>

/** Resolves with `null` for a path that is not below `/api/local-number/`: it is your app's own. Never rejects. */
export type FetchHandler = (request: Request, facts?: FetchFacts) => Promise<Response | null>

/** @throws as `createLocalNumberServer`, if it gets options */
export function createFetchHandler(serverOrOptions: ServerOrOptions): FetchHandler {
  const api = createApi(toServer(serverOrOptions), HTTP_ROUTES)
  return async (request, { address } = {}) => {
    const path = findOwnPath(request.url)
    if (path === null) return null
    const { status, headers, body } = await api({
      method: request.method,
      path,
      getHeader: (name) => request.headers.get(name) ?? undefined,
      body: { read: (maxBytes) => readBytes(request, maxBytes) },
      address,
    })
    return new Response(body && request.method !== 'HEAD' ? JSON.stringify(body) : null, { status, headers })
  }
}

/** Leaves the rest of a body that is too large to the runtime: to cancel it would end some connections unanswered. */
async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (request.bodyUsed) throw new Error(READ_BEFORE)
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read().catch(failToRead)) ?? { done: true }
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > maxBytes) {
      reader?.releaseLock()
      throw new ServerError('bodyTooLarge')
    }
    chunks.push(value)
  }
}

function failToRead(): never {
  throw new ServerError('httpMalformed')
}
