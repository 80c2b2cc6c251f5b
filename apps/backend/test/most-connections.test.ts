// The built service with few file descriptors, and a stranger who holds connections.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { environment } from './support/environment'

const main = resolve(__dirname, '../dist/main.js')
const FILES = 400

let directory: string
let child: ChildProcess | undefined
const sockets: Socket[] = []

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'backend-'))
})

afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  child?.kill('SIGKILL')
  await rm(directory, { recursive: true })
})

async function start(): Promise<number> {
  child = spawn('sh', ['-c', `ulimit -n ${FILES} && exec "$0" "$1"`, process.execPath, main], {
    env: { PATH: process.env.PATH, ...environment, DATA_DIR: directory },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    text += chunk
    const [, port] = /"url":"http:[^"]+:(\d+)"/.exec(text) ?? []
    if (port !== undefined) return Number(port)
  }
  throw new Error(text)
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined)
  sockets.push(socket)
  await once(socket, 'connect')
  return socket
}

async function ask(socket: Socket): Promise<string> {
  socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
  return String((await once(socket, 'data'))[0])
}

it('connections take half of the descriptors, and those that are open are served', async () => {
  const port = await start()
  const first = await open(port)
  expect(await ask(first)).toMatch(/^HTTP\/1\.1 200/)
  const before = (await readdir(`/proc/${child!.pid}/fd`)).length
  const closed = (await Promise.all(Array.from({ length: FILES }, () => open(port)))).map(
    (socket) => new Promise<void>((done) => socket.resume().once('close', done)),
  )
  // One of them being refused means that the bound was reached: connections are accepted in their order.
  await Promise.race(closed)
  expect(await ask(first)).toMatch(/^HTTP\/1\.1 200/)
  expect((await readdir(`/proc/${child!.pid}/fd`)).length - before).toBeLessThan(FILES / 2)
})
