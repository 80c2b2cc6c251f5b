// Server-sent events: every open console receives a call when it arrives and when it is answered.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { ExchangeEvent, Simulator, SimulatorState } from '../../src'
import { CUSTOMER_PUBLIC_KEY } from '../support/customer'
import { createAttempt, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

interface ReceivedEvent {
  readonly event: string
  readonly data: unknown
}

let simulator: Simulator
let client: AbortController

beforeEach(async () => {
  simulator = await startTestSimulator()
  client = new AbortController()
})

afterEach(() => client.abort())

async function* listen(): AsyncGenerator<ReceivedEvent> {
  const response = await fetch(`${simulator.adminOrigin}/_sim/events`, { signal: client.signal })
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const [, event] = /^event:(.*)$/m.exec(text.slice(0, end)) ?? []
      const [, data] = /^data:(.*)$/m.exec(text.slice(0, end)) ?? []
      text = text.slice(end + 2)
      if (event && data) yield { event, data: JSON.parse(data) }
    }
  }
}

/** Listens, and waits for a first event: the stream is then registered. */
async function startListening(): Promise<AsyncGenerator<ReceivedEvent>> {
  const events = listen()
  const first = events.next()
  const timer = setInterval(() => simulator.clock.reset(), 5)
  await first
  clearInterval(timer)
  return events
}

async function waitForEvent<Data>(events: AsyncGenerator<ReceivedEvent>, event: string): Promise<Data> {
  for await (const each of { [Symbol.asyncIterator]: () => ({ next: () => events.next() }) }) {
    if (each.event === event) return each.data as Data
  }
  throw new Error(`no ${event} arrived`)
}

test('a call is sent when it arrives and when it is answered', async () => {
  const events = await startListening()
  await retrieveNumber(simulator.origin, createAttempt())
  const began = await waitForEvent<ExchangeEvent>(events, 'exchange')
  const ended = await waitForEvent<ExchangeEvent>(events, 'exchange')
  expect(began.exchange).toMatchObject({ call: 'getMobile', answer: null })
  expect(ended.exchange).toMatchObject({ seq: began.exchange.seq, answer: { innerCode: '000000' } })
  expect(ended.trace).toMatchObject({ id: began.trace.id, msisdnMasked: '138****8000', exchanges: 1 })
})

test('a change of the state is sent as the whole state', async () => {
  const events = await startListening()
  simulator.fault({ call: 'verify', effect: { status: 503 }, times: null })
  let state: SimulatorState
  do state = await waitForEvent<SimulatorState>(events, 'state')
  while (state.faults.length === 0)
  expect(state.faults).toMatchObject([{ call: 'verify', effect: { status: 503 }, times: null }])
})

test('clearing the traces is sent', async () => {
  const events = await startListening()
  await fetch(`${simulator.adminOrigin}/_sim/traces`, { method: 'DELETE' })
  expect(await waitForEvent(events, 'cleared')).toEqual({})
})

test('a client that does not read is disconnected before its backlog fills the memory', async () => {
  const { port } = new URL(simulator.adminOrigin)
  const idle = connect(Number(port), '127.0.0.1').pause()
  const events = await startListening()
  const gone = new Promise<void>((resolve) => idle.once('close', () => resolve()))
  idle.on('error', () => undefined).write('GET /_sim/events HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await once(idle, 'readable')
  // A state of some hundred kilobytes, sent again and again.
  const customerPublicKeys = Array.from({ length: 100 }, () => CUSTOMER_PUBLIC_KEY)
  for (let app = 0; app < 10; app += 1) simulator.addApp({ appId: `30001180${app}`, appKey: 'k', customerPublicKeys })
  for (let sent = 0; sent < 100; sent += 1) {
    simulator.clock.reset()
    await waitForEvent(events, 'state')
  }
  idle.resume()
  await gone
})

test('stopping the simulator ends the event stream', async () => {
  const events = await startListening()
  await simulator.stop()
  await expect(waitForEvent(events, 'exchange')).rejects.toThrow()
})

test('of a hundred consoles that open at once, twenty are let in, and leaving makes room', async () => {
  const open = () => fetch(`${simulator.adminOrigin}/_sim/events`, { signal: client.signal })
  const statuses = (await Promise.all(Array.from({ length: 100 }, open))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  expect(statuses.filter((status) => status === 503)).toHaveLength(80)
  client.abort()
  client = new AbortController()
  let status = 503
  while (status !== 200) status = (await open()).status
})
