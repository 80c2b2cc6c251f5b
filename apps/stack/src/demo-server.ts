// Serves the demo's H5 build, and tells the page where the other servers are.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { listen } from '@local-number/service-kit'
import sirv from 'sirv'

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

/** @throws ListenError */
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
  const { origin, close } = await listen(server, { host, port, portSetting: 'DEMO_PORT' })
  return { url: `${origin}/`, close }
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
