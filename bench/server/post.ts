// Posts JSON over kept connections, by undici's lowest interface: the generator must cost less than what it measures.
import { Pool } from 'undici'

export interface Answered {
  readonly status: number
  readonly retryAfter: boolean
  readonly text: string
}

export interface Poster {
  post(path: string, body: string): Promise<Answered>
  close(): Promise<void>
}

const HEADERS = { 'content-type': 'application/json' } as const

export function createPoster(url: string, connections: number): Poster {
  const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 60_000, bodyTimeout: 60_000 })
  return {
    post: (path, body) =>
      new Promise((resolve, reject) => {
        let status = 0
        let retryAfter = false
        let text = ''
        pool.dispatch(
          { method: 'POST', path, headers: HEADERS, body },
          {
            onRequestStart() {},
            onResponseStart(_, statusCode, headers) {
              status = statusCode
              retryAfter = headers['retry-after'] !== undefined
            },
            onResponseData(_, chunk) {
              text += chunk.toString()
            },
            onResponseEnd: () => resolve({ status, retryAfter, text }),
            onResponseError: (_, error) => reject(error),
          },
        )
      }),
    close: () => pool.destroy(),
  }
}
