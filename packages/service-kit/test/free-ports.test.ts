import { createServer } from 'node:http'
import { listen } from '../src'
import { findFreePorts, findFreeRow } from '../src/free-ports'

async function openAll(ports: readonly number[]): Promise<void> {
  const places = ports.map((port) => ({ host: '127.0.0.1', port, portSetting: 'test' }))
  const open = await Promise.all(places.map((place) => listen(createServer(), place)))
  await Promise.all(open.map(({ close }) => close()))
}

it('finds distinct ports that can be opened', async () => {
  const ports = await findFreePorts(5)
  expect(new Set(ports).size).toBe(5)
  await openAll(ports)
})

it('finds a row of ports that can be opened', async () => {
  const first = await findFreeRow(9)
  await openAll(Array.from({ length: 9 }, (_, index) => first + index))
})
