// An app of the API's user, with the API mounted in it: `/own` and its 404 are the app's.
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LocalNumberServer } from '../../../src'

export interface Host {
  /** Sends a request from 127.0.0.1. */
  send(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export interface ListeningHost extends Host {
  readonly port: number
}

export type StartHost = (server: LocalNumberServer) => Promise<Host>

/** What `/own` answers: the JSON that it was sent, so that nothing in front of it may have taken it. */
export const answerOwn = (body: unknown) => ({ own: body })

export async function listen(listener: RequestListener): Promise<ListeningHost> {
  const http = createServer(listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    port,
    send: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init),
    async close() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
