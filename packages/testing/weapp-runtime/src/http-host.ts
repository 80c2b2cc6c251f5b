// A host on Node: HTTP by fetch, and functions in place of WeChat's cloud.
import type { Host, HttpRequest } from './device'
import { cloneJson } from './json'

/** `wx.cloud.callFunction` reaches these by name. Data and result are JSON. */
export type CloudFunctions = Readonly<Record<string, (data: unknown) => unknown>>

/** Tells the simulator of a request that bypasses Wi-Fi, in place of the phone's modem. */
const BEARER_HEADER = 'x-simulator-bearer'

/**
 * Creates the host that every run uses by default. Wrap it to delay, answer or redirect requests.
 *
 * @param cloudFunctions by name, none by default
 */
export function createHttpHost(cloudFunctions: CloudFunctions = {}): Host {
  const running = new Map<number, AbortController>()
  return {
    request: async (request) => {
      const { id, url, method, body } = request
      const controller = new AbortController()
      running.set(id, controller)
      try {
        const response = await fetch(url, { method, headers: toHeaders(request), body, signal: controller.signal })
        return {
          status: response.status,
          headers: toRecord(response.headers),
          body: await response.text(),
          cookies: response.headers.getSetCookie(),
        }
      } finally {
        running.delete(id)
      }
    },
    abort: (id) => running.get(id)?.abort(),
    callFunction: async (name, data) => {
      const cloudFunction = cloudFunctions[name]
      if (!cloudFunction) throw new Error(`FunctionName parameter could not be found: ${name}`)
      return cloneJson(await cloudFunction(cloneJson(data)))
    },
  }
}

/** No mini-program can pretend to be the modem, and no server beyond this machine learns of it. */
function toHeaders({ url, headers, bearer }: HttpRequest): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.toLowerCase() !== BEARER_HEADER)
  if (bearer && isOnThisMachine(url)) own.push([BEARER_HEADER, bearer])
  return Object.fromEntries(own)
}

function isOnThisMachine(url: string): boolean {
  return /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(new URL(url).hostname)
}

/** Not by iteration, which the types of some projects' DOM lack. */
function toRecord(headers: Headers): Record<string, string> {
  const record: Record<string, string> = {}
  headers.forEach((value, name) => {
    record[name] = value
  })
  return record
}
