// Serves the demo's H5 build, and tells the page where the other servers are.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import { StackError } from './errors'

/** What the page asks for beside itself: ports, since the host is the one that the browser already uses. */
export interface DemoServerOptions {
  readonly host: string
  readonly port: number
  /** The folder of the H5 build. */
  readonly folder: string
  readonly backendPort: number
  readonly carrierPort: number
  readonly appId: string
  readonly consentVersion: string
  /** Serves https when given. */
  readonly tls?: { readonly key: string; readonly cert: string }
}

export interface RunningServer {
  readonly url: string
  close(): Promise<void>
}

export async function startDemoServer(options: DemoServerOptions): Promise<RunningServer> {
  const { host, port, folder, tls } = options
  const files = sirv(folder, { dev: true })
  const handle: RequestListener = (request, response) => {
    if (request.url?.split('?')[0] === '/demo-settings.json') {
      response.setHeader('content-type', 'application/json')
      response.setHeader('cache-control', 'no-store')
      response.end(JSON.stringify(settingsFor(request, options)))
    } else {
      files(request, response, () => {
        response.statusCode = 404
        response.end('not found')
      })
    }
  }
  const server = tls ? createSecureServer(tls, handle) : createServer(handle)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
    server.listen(port, host, resolve)
  })
  const { port: actual } = server.address() as AddressInfo
  return {
    url: `${tls ? 'https' : 'http'}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function settingsFor({ headers }: IncomingMessage, options: DemoServerOptions) {
  const hostname = new URL(`http://${headers.host ?? '127.0.0.1'}`).hostname
  return {
    backendUrl: `http://${hostname}:${options.backendPort}`,
    carrierOrigin: `http://${hostname}:${options.carrierPort}`,
    appId: options.appId,
    consentVersion: options.consentVersion,
  }
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new StackError('portTaken', `port ${port} is taken: free it`)
}
