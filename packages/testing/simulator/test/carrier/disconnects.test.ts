// Clients that do not wait for their answer, or leave before their request is complete.
import { once } from 'node:events'
import { connect } from 'node:net'
import { PATHS } from '@local-number/protocol'
import type { Exchange, Simulator } from '../../src'
import { createVerifyRequest, obtainToken } from '../support/phone'
import { startTestSimulator } from '../support/start'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startTestSimulator()
})

const getLast = () => simulator.traces(1)[0]?.exchanges.at(-1) as Exchange

async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a client that gave up is traced with code 0, and the platform’s decision as the inner code', async () => {
  const token = await obtainToken(simulator.origin)
  simulator.once('verify', { delayMs: 600_000 })
  const client = new AbortController()
  const answer = fetch(`${simulator.origin}${PATHS.verify}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(createVerifyRequest(simulator, { phone: '13800138000', token })),
    signal: client.signal,
  })
  await waitUntil(() => getLast().call === 'verify')
  client.abort()
  await expect(answer).rejects.toThrow('aborted')
  await waitUntil(() => getLast().answer !== null)
  expect(getLast().answer).toMatchObject({ status: null, outerCode: '0', innerCode: '000' })
  expect(simulator.traces(1)).toMatchObject([{ outcome: 'failed', lastCode: '0' }])
})

test('an incomplete request uses up no fault: the next request does', async () => {
  simulator.once('verify', { status: 503 })
  const { hostname, port } = new URL(simulator.origin)
  const socket = connect(Number(port), hostname)
  const head = `POST ${PATHS.verify} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n`
  socket.write(`${head}{"header":`, () => setImmediate(() => socket.destroy()))
  await once(socket, 'close')
  await waitUntil(() => getLast()?.answer != null)
  expect(getLast().answer).toMatchObject({ status: null, outerCode: '0' })
  const next = await fetch(`${simulator.origin}${PATHS.verify}`, { method: 'POST', body: '{}' })
  expect(next.status).toBe(503)
})
