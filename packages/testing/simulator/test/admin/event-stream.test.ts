// Server-sent events: every open console hears of a call when it comes in and when it is answered.
import { once } from 'node:events'
import { connect } from 'node:net'
import type { ExchangeEvent, Simulator, SimulatorState } from '../../src'
import { CUSTOMER_PUBLIC_KEY } from '../support/customer'
import { createAttempt, retrieveNumber } from '../support/phone'
import { startTestSimulator } from '../support/start'

interface Told {
  readonly event: string
  readonly data: unknown
}

let simulator: Simulator
let leave: AbortController

beforeEach(async () => {
  simulator = await startTestSimulator()
  leave = new AbortController()
})

afterEach(() => leave.abort())

async function* listen(): AsyncGenerator<Told> {
  const response = await fetch(`${simulator.adminOrigin}/_sim/events`, { signal: leave.signal })
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

/** A listener that is surely there: it has heard something. */
async function listening(): Promise<AsyncGenerator<Told>> {
  const told = listen()
  const first = told.next()
  const asked = setInterval(() => simulator.clock.reset(), 5)
  await first
  clearInterval(asked)
  return told
}

async function next<Data>(told: AsyncGenerator<Told>, event: string): Promise<Data> {
  for await (const each of { [Symbol.asyncIterator]: () => ({ next: () => told.next() }) }) {
    if (each.event === event) return each.data as Data
  }
  throw new Error(`no ${event} came`)
}

test('a call is told when it comes in, and again when it is answered', async () => {
  const told = await listening()
  await retrieveNumber(simulator.origin, createAttempt())
  const began = await next<ExchangeEvent>(told, 'exchange')
  const ended = await next<ExchangeEvent>(told, 'exchange')
  expect(began.exchange).toMatchObject({ call: 'getMobile', answer: null })
  expect(ended.exchange).toMatchObject({ seq: began.exchange.seq, answer: { innerCode: '000000' } })
  expect(ended.trace).toMatchObject({ id: began.trace.id, msisdnMasked: '138****8000', exchanges: 1 })
})

test('a change of what is filed is told as the whole state', async () => {
  const told = await listening()
  simulator.fault({ call: 'verify', effect: { status: 503 }, times: null })
  let state: SimulatorState
  do state = await next<SimulatorState>(told, 'state')
  while (state.faults.length === 0)
  expect(state.faults).toMatchObject([{ call: 'verify', effect: { status: 503 }, times: null }])
})

test('cleared traces are told', async () => {
  const told = await listening()
  await fetch(`${simulator.adminOrigin}/_sim/traces`, { method: 'DELETE' })
  expect(await next(told, 'cleared')).toEqual({})
})

test('a listener that does not read is sent away before its backlog fills the memory', async () => {
  const { port } = new URL(simulator.adminOrigin)
  const deaf = connect(Number(port), '127.0.0.1').pause()
  const all = await listening()
  const gone = new Promise<void>((resolve) => deaf.once('close', () => resolve()))
  deaf.on('error', () => undefined).write('GET /_sim/events HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await once(deaf, 'readable')
  // A state of some hundred kilobytes, told again and again.
  const customerPublicKeys = Array.from({ length: 100 }, () => CUSTOMER_PUBLIC_KEY)
  for (let app = 0; app < 10; app += 1) simulator.addApp({ appId: `30001180${app}`, appKey: 'k', customerPublicKeys })
  for (let heard = 0; heard < 100; heard += 1) {
    simulator.clock.reset()
    await next(all, 'state')
  }
  deaf.resume()
  await gone
})

test('a stop ends the listening', async () => {
  const told = await listening()
  await simulator.stop()
  await expect(next(told, 'exchange')).rejects.toThrow()
})
