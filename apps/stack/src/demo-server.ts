// Serves the demo's H5 build, and the addresses of the other servers for its page.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { listen } from '@local-number/service-kit'
import send from 'send'
import type { Tls } from './demo-certificate'

export interface DemoServerOptions {
  readonly host: string
  readonly port: number
  /** The variable that sets the port, for errors. */
  readonly portSetting: string
  /** The folder of the H5 build. */
  readonly folder: string
  /** The page uses the host that it was loaded from, so ports are enough. */
  readonly backendPort: number
  readonly carrierPort: number
  readonly consolePort: number
  readonly appId: string
  readonly consentVersion: string
  /** @default http */
  readonly tls?: Tls
}

export interface RunningServer {
  readonly url: string
  close(): Promise<void>
}

/** @throws ListenError */
export async function startDemoServer(options: DemoServerOptions): Promise<RunningServer> {
  const { host, port, portSetting, tls } = options
  const handle = answerErrors(refuseOtherMethods(createHandler(options)))
  const server = tls ? createSecureServer(tls, handle) : createServer(handle)
  const { origin, close } = await listen(server, { host, port, portSetting })
  return { url: `${origin}/`, close }
}

function createHandler(options: DemoServerOptions): RequestListener {
  return (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?')
    if (path === '/demo-settings.json') answerSettings(request, response, options)
    else answerFile(path, { request, response, folder: options.folder })
  }
}

interface FileRequest {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly folder: string
}

/** A build may replace a file while it is read: such an error ends this answer only. */
function answerFile(path: string, { request, response, folder }: FileRequest): void {
  send(request, path, { root: folder, acceptRanges: false, cacheControl: false })
    .on('error', ({ status }: { readonly status?: number }) => {
      if (response.headersSent) response.destroy()
      else answerText(response, status ?? 500, status === 404 ? 'not found' : 'this file cannot be read')
    })
    .on('directory', () => answerText(response, 404, 'not found'))
    .pipe(response)
}

function answerSettings({ headers }: IncomingMessage, response: ServerResponse, options: DemoServerOptions): void {
  const hostname = parseHostname(headers.host ?? '127.0.0.1')
  if (hostname === null) {
    answerText(response, 400, 'the Host header must be a host name or IP address')
    return
  }
  const settings = {
    backendUrl: `http://${hostname}:${options.backendPort}`,
    carrierOrigin: `http://${hostname}:${options.carrierPort}`,
    consoleOrigin: `http://${hostname}:${options.consolePort}`,
    appId: options.appId,
    consentVersion: options.consentVersion,
  }
  response.setHeader('content-type', 'application/json')
  response.setHeader('cache-control', 'no-store')
  response.end(JSON.stringify(settings))
}

/** A name or an address, and perhaps a port: the parser of URLs would also take a user, a path and a query. */
const HOST = /^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/i

/** `null` if a request cannot have been sent to this host. */
function parseHostname(host: string): string | null {
  if (!HOST.test(host)) return null
  try {
    return new URL(`http://${host}`).hostname
  } catch {
    return null
  }
}

function refuseOtherMethods(handle: RequestListener): RequestListener {
  return (request, response) => {
    if (['GET', 'HEAD'].includes(request.method ?? '')) {
      handle(request, response)
      return
    }
    response.setHeader('allow', 'GET, HEAD')
    answerText(response, 405, 'only GET and HEAD are answered')
  }
}

/** An error in a request listener ends the process, with all that `npm start` runs in it. */
function answerErrors(handle: RequestListener): RequestListener {
  return (request, response) => {
    try {
      handle(request, response)
    } catch {
      if (response.headersSent) response.destroy()
      else answerText(response, 500, 'this request cannot be answered')
    }
  }
}

function answerText(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status
  response.end(text)
}
