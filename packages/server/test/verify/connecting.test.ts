// How the platform is reached: the deadline while connecting, TLS, a proxy.
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { createServer as createSecureServer, type ServerOptions } from 'node:https'
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import type { VerifyMobileRequest } from '@local-number/protocol'
import { createPlatformClient, type PlatformClientOptions } from '../../src/verify/platform-client'
import { certificate, certificateKey } from '../support/certificate'

const message: VerifyMobileRequest = {
  header: { version: '1.0', msgId: 'm', appId: 'a', timestamp: 't' },
  body: { expandParams: '', phoneNum: 'p', token: 't', sign: 's', userInformation: 'u' },
}

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function open(server: Server): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)))
  cleanUps.push(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** A platform over TLS that counts what it is asked. */
function createSecurePlatform(options: ServerOptions = {}) {
  const asked: IncomingMessage[] = []
  const server = createSecureServer({ cert: certificate, key: certificateKey, ...options }, (request, response) => {
    asked.push(request)
    request.resume().on('end', () => response.end('{}'))
  })
  server.on('tlsClientError', () => undefined)
  return { server, asked }
}

async function verify(options: Omit<PlatformClientOptions, 'timeoutMs'> & { timeoutMs?: number }) {
  const client = createPlatformClient({ timeoutMs: 5_000, ...options })
  cleanUps.push(() => client.close())
  const began = performance.now()
  const reply = await client.verify(message)
  return { reply, ms: performance.now() - began }
}

/** Far below the ten seconds after which undici gives up connecting, and enough for a busy machine. */
const SOON_MS = 4_000

describe('a call that cannot connect ends at its deadline', () => {
  it('with a TLS peer that says nothing', async () => {
    const port = await open(createTcpServer())
    const { reply, ms } = await verify({ origin: `https://127.0.0.1:${port}`, timeoutMs: 300 })
    expect(reply).toMatchObject({ answered: false, fault: 'timeout' })
    expect(ms).toBeGreaterThan(250)
    expect(ms).toBeLessThan(SOON_MS)
  })

  it('with a peer that does not answer the SYN', async () => {
    const port = await listenWithoutAccepting()
    const { reply, ms } = await verify({ origin: `http://127.0.0.1:${port}`, timeoutMs: 300 })
    expect(reply).toMatchObject({ answered: false, fault: 'timeout' })
    expect(ms).toBeLessThan(SOON_MS)
  })

  it('with a proxy that says nothing', async () => {
    const port = await open(createTcpServer())
    const proxy = { url: `http://127.0.0.1:${port}` }
    const { reply, ms } = await verify({ origin: 'https://platform.test', proxy, timeoutMs: 300 })
    expect(reply).toMatchObject({ answered: false, fault: 'timeout' })
    expect(ms).toBeLessThan(SOON_MS)
  })

  it('and closing does not wait for the connection', async () => {
    const port = await open(createTcpServer())
    const client = createPlatformClient({ origin: `https://127.0.0.1:${port}`, timeoutMs: 300 })
    const call = client.verify(message)
    const began = performance.now()
    await client.close()
    expect(performance.now() - began).toBeLessThan(SOON_MS)
    expect(await call).toMatchObject({ answered: false, fault: 'timeout' })
  })

  it('and nothing is sent when the peer wakes up later', async () => {
    const sleepers: Socket[] = []
    const port = await open(createTcpServer((socket) => void sleepers.push(socket)))
    const { server, asked } = createSecurePlatform()
    cleanUps.push(() => server.close())
    const client = createPlatformClient({
      origin: `https://127.0.0.1:${port}`,
      timeoutMs: 400,
      tls: { ca: certificate },
    })
    cleanUps.push(() => client.close())
    expect(await client.verify(message)).toMatchObject({ fault: 'timeout' })
    for (const socket of sleepers) server.emit('connection', socket)
    await Promise.all(sleepers.map((socket) => socket.destroyed || once(socket, 'close')))
    expect(asked).toHaveLength(0)
  })
})

/** A port whose queue of connections is full, so that the kernel drops further SYNs. */
async function listenWithoutAccepting(): Promise<number> {
  const awake = new Int32Array(new SharedArrayBuffer(4))
  const code = `
    const { parentPort, workerData } = require('node:worker_threads')
    const server = require('node:net').createServer()
    server.listen({ host: '127.0.0.1', port: 0, backlog: 1 }, () => {
      parentPort.postMessage(server.address().port)
      Atomics.wait(workerData, 0, 0)
      process.exit()
    })`
  const worker = new Worker(code, { eval: true, workerData: awake })
  const [port] = await once(worker, 'message')
  const fillers = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => undefined))
  cleanUps.push(async () => {
    for (const filler of fillers) filler.destroy()
    Atomics.store(awake, 0, 1)
    Atomics.notify(awake, 0)
    await worker.terminate()
  })
  await Promise.race(fillers.map((filler) => once(filler, 'connect')))
  return port
}

describe('a call is tried again', () => {
  async function startFailing(failures: number) {
    const platform = createSecurePlatform()
    const seen = { connections: 0 }
    cleanUps.push(() => platform.server.closeAllConnections())
    const port = await open(
      createTcpServer((socket) => {
        seen.connections += 1
        if (seen.connections <= failures) socket.destroy()
        else platform.server.emit('connection', socket)
      }),
    )
    return { ...platform, seen, origin: `https://127.0.0.1:${port}` }
  }

  it('once, if no connection was made', async () => {
    const { asked, seen, origin } = await startFailing(1)
    const { reply } = await verify({ origin, tls: { ca: certificate } })
    expect(reply).toMatchObject({ answered: true, status: 200 })
    expect([asked.length, seen.connections]).toEqual([1, 2])
  })

  it('not twice', async () => {
    const { asked, seen, origin } = await startFailing(2)
    const { reply } = await verify({ origin, tls: { ca: certificate } })
    expect(reply).toMatchObject({ answered: false, fault: 'network' })
    expect([asked.length, seen.connections]).toEqual([0, 2])
  })
})

describe('TLS', () => {
  async function start(options: ServerOptions = {}) {
    const platform = createSecurePlatform(options)
    return { ...platform, origin: `https://127.0.0.1:${await open(platform.server)}` }
  }

  it('accepts a certificate of the configured authority alone', async () => {
    const { origin } = await start()
    expect((await verify({ origin, tls: { ca: certificate } })).reply).toMatchObject({ answered: true })
    expect((await verify({ origin })).reply).toMatchObject({ answered: false, fault: 'network' })
  })

  it('sends the client certificate that the platform asks for', async () => {
    const { origin } = await start({ requestCert: true, rejectUnauthorized: true, ca: certificate })
    const tls = { ca: certificate }
    const own = { ...tls, cert: certificate, key: certificateKey }
    expect((await verify({ origin, tls: own })).reply).toMatchObject({ answered: true })
    expect((await verify({ origin, tls })).reply).toMatchObject({ answered: false, fault: 'network' })
  })

  it('speaks no version older than the configured one', async () => {
    const { origin } = await start({ maxVersion: 'TLSv1.2' })
    const tls = { ca: certificate }
    expect((await verify({ origin, tls })).reply).toMatchObject({ answered: true })
    const newer = { ...tls, minVersion: 'TLSv1.3' } as const
    expect((await verify({ origin, tls: newer })).reply).toMatchObject({ answered: false, fault: 'network' })
  })
})

describe('a proxy', () => {
  /** Tunnels to one port, wherever the client wants to go. */
  async function startProxy(port: number, status = '200 OK') {
    const tunnels: { readonly to: string | undefined; readonly authorization: string | undefined }[] = []
    const server = createServer()
    server.on('connect', ({ url: to, headers }: IncomingMessage, socket: Socket) => {
      tunnels.push({ to, authorization: headers['proxy-authorization'] })
      socket.on('error', () => undefined).write(`HTTP/1.1 ${status}\r\n\r\n`)
      if (!status.startsWith('200')) return socket.end()
      const onward = connect(port, '127.0.0.1').on('error', () => socket.destroy())
      socket.pipe(onward).pipe(socket)
      return undefined
    })
    return { tunnels, host: `127.0.0.1:${await open(server)}` }
  }

  async function setUp(status?: string) {
    const { server, asked } = createSecurePlatform()
    const port = await open(server)
    return { asked, port, ...(await startProxy(port, status)), tls: { ca: certificate } }
  }

  it('tunnels every call, with its credentials', async () => {
    const { asked, host, tunnels, tls } = await setUp()
    const proxy = { url: `http://user:p%40ss@${host}` }
    for (let call = 0; call < 2; call += 1) {
      const { reply } = await verify({ origin: 'https://platform.test', tls, proxy })
      expect(reply).toMatchObject({ answered: true, status: 200 })
    }
    const authorization = `Basic ${Buffer.from('user:p@ss').toString('base64')}`
    expect(tunnels).toEqual(Array(2).fill({ to: 'platform.test:443', authorization }))
    expect(asked[0]?.headers).not.toHaveProperty('proxy-authorization')
  })

  it('checks the certificate of the platform behind it', async () => {
    const { host } = await setUp()
    const { reply } = await verify({
      origin: 'https://other.test',
      tls: { ca: certificate },
      proxy: { url: `http://${host}` },
    })
    expect(reply).toMatchObject({ answered: false, fault: 'network' })
  })

  it('that refuses the tunnel is a network fault', async () => {
    const { host, tls } = await setUp('407 Proxy Authentication Required')
    const { reply } = await verify({ origin: 'https://platform.test', tls, proxy: { url: `http://${host}` } })
    expect(reply).toMatchObject({ answered: false, fault: 'network' })
  })

  it.each(['platform.test', '.test', '*.test', 'other.test, PLATFORM.test', 'platform.test:443', '*'])(
    'is not used for a host that NO_PROXY excludes by %s',
    async (bypass) => {
      const { host, tunnels, tls } = await setUp()
      const proxy = { url: `http://${host}`, bypass }
      await verify({ origin: 'https://platform.test', tls, proxy })
      expect(tunnels).toEqual([])
    },
  )

  it.each(['127.0.0.1', 'localhost'])('is never used for a platform on %s', async (name) => {
    const { host, port, tunnels, tls } = await setUp()
    const { reply } = await verify({ origin: `https://${name}:${port}`, tls, proxy: { url: `http://${host}` } })
    expect(reply).toMatchObject({ answered: true })
    expect(tunnels).toEqual([])
  })
})
