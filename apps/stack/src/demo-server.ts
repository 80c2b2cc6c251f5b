// Serves the demo's H5 build, and the addresses of the other servers for its page.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { listen } from '@local-number/service-kit'
import sirv from 'sirv'

export interface DemoServerOptions {
  readonly host: string
  readonly port: number
  /** The folder of the H5 build. */
  readonly folder: string
  /** The page uses the host that it was loaded from, so ports are enough. */
  readonly backendPort: number
  readonly carrierPort: number
  readonly appId: string
  readonly consentVersion: string
  /** @default http */
  readonly tls?: Tls
}

/** Key and certificate, as PEM. */
export interface Tls {
  readonly key: string
  readonly cert: string
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
      response.end(JSON.stringify(toDemoSettings(request, options)))
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

function toDemoSettings({ headers }: IncomingMessage, options: DemoServerOptions) {
  const hostname = new URL(`http://${headers.host ?? '127.0.0.1'}`).hostname
  return {
    backendUrl: `http://${hostname}:${options.backendPort}`,
    carrierOrigin: `http://${hostname}:${options.carrierPort}`,
    appId: options.appId,
    consentVersion: options.consentVersion,
  }
}
