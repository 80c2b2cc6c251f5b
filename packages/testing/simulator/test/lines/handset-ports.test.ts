// A port for each handset, the ones that are added while the simulator runs included.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { findFreeRow } from '@local-number/service-kit/free-ports'
import type { Handset, HandsetView, Simulator, SimulatorState } from '../../src'
import { obtainToken, verify } from '../support/phone'
import { startTestSimulator } from '../support/start'

const MINE: Handset = { id: 'mine', label: 'Mine', msisdn: '13912345678', carrier: 'CM', network: '4g' }
const OTHER: Handset = { ...MINE, id: 'other', msisdn: '13912345679' }

const remove = (simulator: Simulator, id: string) =>
  fetch(`${simulator.adminOrigin}/_sim/handsets/${id}`, { method: 'DELETE' })

const handsetAt = async (origin: string) => (await fetch(`${origin}/_sim/handset`)).json()

describe('a handset that is added while others have ports', () => {
  test('has one, too, as soon as it is added', async () => {
    const simulator = await startTestSimulator({ handsetPorts: true })
    await simulator.addHandset(MINE)
    const token = await obtainToken(simulator.handsetOrigin('mine'))
    expect(simulator.handsetOrigin('mine')).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await verify(simulator, { phone: '13912345678', token })).toBe('000')
  })

  test('is answered with its port over HTTP, and open consoles hear of it', async () => {
    const simulator = await startTestSimulator({ handsetPorts: true })
    const events = await fetch(`${simulator.adminOrigin}/_sim/events`)
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(MINE) }
    const view = (await (await fetch(`${simulator.adminOrigin}/_sim/handsets`, asked)).json()) as HandsetView
    expect(view.origin).toBe(simulator.handsetOrigin('mine'))
    expect(await lastStateOf(events)).toContainEqual(view)
  })

  test('takes the next place in a row, or that of one which was removed', async () => {
    const first = await findFreeRow(9)
    const simulator = await startTestSimulator({ handsetPorts: first })
    await simulator.addHandset(MINE)
    expect(simulator.handsetOrigin('mine')).toBe(`http://127.0.0.1:${first + 7}`)
    const place = simulator.handsetOrigin('cm-4g')
    await remove(simulator, 'cm-4g')
    await simulator.addHandset(OTHER)
    expect(simulator.handsetOrigin('other')).toBe(place)
    expect(await handsetAt(place)).toMatchObject({ id: 'other' })
  })

  test('that was removed before has the port that it had', async () => {
    const simulator = await startTestSimulator({ handsetPorts: true })
    await simulator.addHandset(MINE)
    const origin = simulator.handsetOrigin('mine')
    await remove(simulator, 'mine')
    await simulator.addHandset({ ...MINE, network: '5g' })
    expect(simulator.handsetOrigin('mine')).toBe(origin)
    expect(await handsetAt(origin)).toMatchObject({ id: 'mine', network: '5g' })
  })

  test('is answered by its name where another program has its port', async () => {
    const first = await findFreeRow(9)
    const simulator = await startTestSimulator({ handsetPorts: first })
    const other = createServer()
    await once(other.listen(first + 7, '127.0.0.1'), 'listening')
    try {
      await simulator.addHandset(MINE)
      expect(simulator.handsetOrigin('mine')).toBe(`http://mine.localhost:${new URL(simulator.origin).port}`)
    } finally {
      other.close()
    }
  })
})

test('where handsets have no ports, one that is added has none', async () => {
  const simulator = await startTestSimulator()
  await simulator.addHandset(MINE)
  expect(simulator.handsetOrigin('mine')).toBe(`http://mine.localhost:${new URL(simulator.origin).port}`)
})

/** The handsets of the newest state that was told so far; the one with ports comes last. */
async function lastStateOf(events: Response): Promise<readonly HandsetView[]> {
  let text = ''
  for await (const chunk of events.body as unknown as AsyncIterable<Uint8Array>) {
    text += new TextDecoder().decode(chunk)
    const states = [...text.matchAll(/^data: ?(\{.*"handsets".*\})$/gm)].map(([, json]) => JSON.parse(String(json)))
    const { handsets = [] } = (states.at(-1) ?? {}) as Partial<SimulatorState>
    if (handsets.some(({ id, origin }) => id === 'mine' && !origin.includes('mine.'))) return handsets
  }
  return []
}
