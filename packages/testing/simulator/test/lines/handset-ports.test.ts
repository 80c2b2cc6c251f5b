// A port for each handset, including those that are added while the simulator runs.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { findFreeRow } from '@local-number/service-kit/free-ports'
import { DEFAULT_HANDSETS, type Handset, type HandsetView, type Simulator, type SimulatorState } from '../../src'
import { obtainToken, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const MINE: Handset = { id: 'mine', label: 'Mine', msisdn: '13912345678', carrier: 'CM', network: '4g' }
const OTHER: Handset = { ...MINE, id: 'other', msisdn: '13912345679' }

const removeHandset = (simulator: Simulator, id: string) =>
  fetch(`${simulator.adminOrigin}/_sim/handsets/${id}`, { method: 'DELETE' })

const fetchHandset = async (origin: string) => (await fetch(`${origin}/_sim/handset`)).json()

describe('an added handset, if handsets have ports', () => {
  test('has a port at once', async () => {
    const simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
    await simulator.addHandset(MINE)
    const token = await obtainToken(simulator.handsetOrigin('mine'))
    expect(simulator.handsetOrigin('mine')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await verify(simulator, { phone: '13912345678', token })).toBe('000')
  })

  test('is returned with its port over HTTP, and sent to open consoles', async () => {
    const simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
    const events = await fetch(`${simulator.adminOrigin}/_sim/events`)
    const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(MINE) }
    const view = (await (await fetch(`${simulator.adminOrigin}/_sim/handsets`, request)).json()) as HandsetView
    expect(view.origin).toBe(simulator.handsetOrigin('mine'))
    expect(await readHandsets(events)).toContainEqual(view)
  })

  test('gets the next port of the row, or that of a removed handset', async () => {
    const first = await findFreeRow(DEFAULT_HANDSETS.length + 2)
    const simulator = await startTestSimulator({ handsetPorts: first })
    await simulator.addHandset(MINE)
    expect(simulator.handsetOrigin('mine')).toBe(`http://127.0.0.1:${first + DEFAULT_HANDSETS.length}`)
    const origin = simulator.handsetOrigin('cm-4g')
    await removeHandset(simulator, 'cm-4g')
    await simulator.addHandset(OTHER)
    expect(simulator.handsetOrigin('other')).toBe(origin)
    expect(await fetchHandset(origin)).toMatchObject({ id: 'other' })
  })

  test('gets the port that it had before it was removed', async () => {
    const simulator = await startTestSimulator({ handsetPorts: 'anyFree' })
    await simulator.addHandset(MINE)
    const origin = simulator.handsetOrigin('mine')
    await removeHandset(simulator, 'mine')
    await simulator.addHandset({ ...MINE, network: '5g' })
    expect(simulator.handsetOrigin('mine')).toBe(origin)
    expect(await fetchHandset(origin)).toMatchObject({ id: 'mine', network: '5g' })
  })

  test('has its host name as origin if another program uses its port', async () => {
    const first = await findFreeRow(DEFAULT_HANDSETS.length + 2)
    const simulator = await startTestSimulator({ handsetPorts: first })
    const other = createServer()
    await once(other.listen(first + DEFAULT_HANDSETS.length, '127.0.0.1'), 'listening')
    try {
      await simulator.addHandset(MINE)
      expect(simulator.handsetOrigin('mine')).toBe(`http://mine.localhost:${new URL(simulator.origin).port}`)
    } finally {
      other.close()
    }
  })
})

test.each([0, 'anyFree'] as const)('handsetPorts: %j gives every handset a free port', async (handsetPorts) => {
  const simulator = await startTestSimulator({ handsetPorts })
  const response = await fetch(`${simulator.adminOrigin}/_sim/handsets`)
  const ports = ((await response.json()) as HandsetView[]).map(({ origin }) => Number(new URL(origin).port))
  expect(ports).toHaveLength(DEFAULT_HANDSETS.length)
  expect(ports.filter((port) => port < 1024)).toEqual([])
})

test('an added handset has no port if handsets have no ports', async () => {
  const simulator = await startTestSimulator()
  await simulator.addHandset(MINE)
  expect(simulator.handsetOrigin('mine')).toBe(`http://mine.localhost:${new URL(simulator.origin).port}`)
})

/** Reads events until the added handset has a port. @returns all handsets */
async function readHandsets(events: Response): Promise<readonly HandsetView[]> {
  let text = ''
  for await (const chunk of events.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk)
    const states = [...text.matchAll(/^data: ?(\{.*"handsets".*\})$/gm)].map(([, json]) => JSON.parse(String(json)))
    const { handsets = [] } = (states.at(-1) ?? {}) as Partial<SimulatorState>
    if (handsets.some(({ id, origin }) => id === 'mine' && !origin.includes('mine.'))) return handsets
  }
  return []
}
