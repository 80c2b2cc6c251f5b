import { EventEmitter, once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { observeArrivals } from '../src/arrivals'

/** Sends a request on a connection of its own, and resolves with what returns until the connection ends. */
async function send(port: number): Promise<{ readonly answer: Promise<string> }> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  const answer = socket.toArray().then((chunks) => chunks.join(''))
  await new Promise((resolve) => socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', resolve))
  return { answer }
}

function work(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

it('a process that is too busy to accept its connections accepts those that wait', async () => {
  const server = createServer()
  const waitForArrivals = observeArrivals(server)
  // Node accepts one connection in each turn of the event loop.
  server.on('connection', () => work(120))
  server.on('request', (_, response) => {
    work(120)
    response.end('done')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const sent = await Promise.all(Array.from({ length: 8 }, () => send((server.address() as AddressInfo).port)))
  await waitForArrivals()
  server.close()
  for (const text of await Promise.all(sent.map(({ answer }) => answer))) expect(text).toMatch(/^HTTP\/1\.1 200 /)
})

it('a flood of connections ends the wait, once each that waited before must have been accepted', async () => {
  const server = new EventEmitter()
  const waitForArrivals = observeArrivals(server as Server)
  let waits = true
  let accepted = 0
  const stopped = waitForArrivals().then(() => {
    waits = false
  })
  for (; waits; await setImmediate()) {
    server.emit('connection', Object.assign(new EventEmitter(), { bytesRead: 1 }))
    accepted += 1
  }
  await stopped
  // Linux lets one more than the backlog wait, which is 511.
  expect(accepted).toBeGreaterThan(512)
})
