import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect } from 'node:net'
import { isListenError, type Listening, listen, toOrigin } from '../src'

const LOOPBACK = { host: '127.0.0.1', port: 0, portSetting: 'PORT' }
const open: Listening[] = []
afterEach(() => Promise.all(open.splice(0).map(({ close }) => close())))

async function start(server: Server = createServer(), place = LOOPBACK): Promise<Listening> {
  const listening = await listen(server, place)
  open.push(listening)
  return listening
}

describe('listen', () => {
  it('opens the port and says where', async () => {
    const { origin, port } = await start(createServer((_, response) => void response.end('hello')))
    expect(origin).toBe(`http://127.0.0.1:${port}`)
    expect(await (await fetch(origin)).text()).toBe('hello')
  })

  it('gives an https server an https origin', async () => {
    expect((await start(createSecureServer())).origin).toMatch(/^https:/)
  })

  it('names the setting of a taken port and the remedy', async () => {
    const { port } = await start()
    const place = { ...LOOPBACK, port, portSetting: 'BACKEND_PORT' }
    const message = `port ${port} on 127.0.0.1 is taken: stop the program that uses it, or set BACKEND_PORT to another port`
    await expect(listen(createServer(), place)).rejects.toMatchObject({
      name: 'ListenError',
      code: 'portTaken',
      setting: 'BACKEND_PORT',
      port,
      message,
    })
  })

  it.each([65_536, -1, 1.5, Number.NaN])('refuses port %p and names the setting that leads to it', async (port) => {
    await expect(listen(createServer(), { ...LOOPBACK, port, portSetting: 'handsetPorts' })).rejects.toMatchObject({
      code: 'portUnusable',
      setting: 'handsetPorts',
      message: `handsetPorts leads to port ${port}: ports are whole numbers from 0 to 65535`,
    })
  })

  it('says that the user may not open a port below 1024', async () => {
    const server = createServer()
    server.listen = () => {
      queueMicrotask(() => server.emit('error', Object.assign(new Error('EACCES'), { code: 'EACCES' })))
      return server
    }
    await expect(listen(server, { ...LOOPBACK, port: 80 })).rejects.toMatchObject({
      code: 'portUnusable',
      message: 'port 80 on 127.0.0.1 is not allowed for this user: set PORT to 1024 or more',
    })
  })

  it.each(['192.0.2.1', 'host.invalid'])('names the setting of the host %s of another machine', async (host) => {
    const place = { ...LOOPBACK, host, hostSetting: 'SIMULATOR_HOST' }
    await expect(listen(createServer(), place)).rejects.toMatchObject({
      code: 'hostUnusable',
      setting: 'SIMULATOR_HOST',
      message: `${host} is not an address of this machine: check SIMULATOR_HOST`,
    })
  })
})

describe('close', () => {
  it('ends running requests at once without a grace period', async () => {
    const server = createServer()
    const { origin, close } = await start(server)
    const request = get(origin)
    const failed = once(request, 'error')
    const asked = once(server, 'request')
    await Promise.race([asked, failed])
    await close()
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' })
  })

  it('lets a running request finish, takes no new one, and frees the port', async () => {
    const server = createServer()
    const { origin, port, close } = await start(server)
    const request = get(origin)
    const answered = once(request, 'response')
    const [, response] = await once(server, 'request')
    const closing = close({ graceMs: 10_000 })
    await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    response.end('done')
    const [answer] = (await answered) as [IncomingMessage]
    expect(answer.statusCode).toBe(200)
    answer.resume()
    await closing
    await start(createServer(), { ...LOOPBACK, port })
  })

  it('ends requests that outlast the grace period', async () => {
    const server = createServer()
    const { origin, close } = await start(server)
    const failed = once(get(origin), 'error')
    await once(server, 'request')
    await close({ graceMs: 20 })
    await failed
  })
})

test.each([
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://127.0.0.1:80'],
  ['::1', 'http://[::1]:80'],
  ['localhost', 'http://localhost:80'],
])('a server on %s is reached at %s', (address, origin) => {
  expect(toOrigin({ address, port: 80 })).toBe(origin)
})

test('isListenError knows the error of another bundle by name and code', () => {
  expect(isListenError(Object.assign(new Error('x'), { name: 'ListenError', code: 'portTaken' }))).toBe(true)
  for (const other of [Object.assign(new Error('x'), { code: 'portTaken' }), new Error('x'), undefined]) {
    expect(isListenError(other)).toBe(false)
  }
})
