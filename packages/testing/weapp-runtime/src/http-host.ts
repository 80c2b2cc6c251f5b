// The outside of a run on Node: HTTP by fetch, and functions in place of WeChat's cloud.
import type { Host, HttpRequest } from './device'

/** `wx.cloud.callFunction` reaches these by name; data and result are JSON. */
export type CloudFunctions = Readonly<Record<string, (data: unknown) => unknown>>

/** The default outside of both drivers. Wrap it to hold back, answer or redirect what the mini-program asks for. */
export function httpHost(cloudFunctions: CloudFunctions = {}): Host {
  const running = new Map<number, AbortController>()
  return {
    request: async ({ id, url, method, headers, body }: HttpRequest) => {
      const controller = new AbortController()
      running.set(id, controller)
      try {
        const response = await fetch(url, { method, headers, body, signal: controller.signal })
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
          cookies: response.headers.getSetCookie(),
        }
      } finally {
        running.delete(id)
      }
    },
    abort: (id) => running.get(id)?.abort(),
    callFunction: async (name, data) => {
      const called = cloudFunctions[name]
      if (!called) throw new Error(`FunctionName parameter could not be found: ${name}`)
      return asJson(await called(asJson(data)))
    },
  }
}

function asJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value))
}
