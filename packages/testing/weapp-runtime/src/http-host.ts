// A host on Node: HTTP by fetch, and functions in place of WeChat's cloud.
import type { Host } from './device'
import { cloneJson } from './json'

/** `wx.cloud.callFunction` reaches these by name. Data and result are JSON. */
export type CloudFunctions = Readonly<Record<string, (data: unknown) => unknown>>

/**
 * Creates the host that every run uses by default. Wrap it to delay, answer or redirect requests.
 *
 * @param cloudFunctions by name, none by default
 */
export function createHttpHost(cloudFunctions: CloudFunctions = {}): Host {
  const running = new Map<number, AbortController>()
  return {
    request: async ({ id, url, method, headers, body }) => {
      const controller = new AbortController()
      running.set(id, controller)
      try {
        const response = await fetch(url, { method, headers, body, signal: controller.signal })
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

/** Not by iteration, which the types of some projects' DOM lack. */
function toRecord(headers: Headers): Record<string, string> {
  const record: Record<string, string> = {}
  headers.forEach((value, name) => {
    record[name] = value
  })
  return record
}
