import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Stack, startStack } from '../src'
import { privateAddresses } from '../src/weapp-dev/lan'
import { FREE_PORTS } from './free-ports'

const demoFolder = mkdtempSync(join(tmpdir(), 'local-number-demo-'))
writeFileSync(join(demoFolder, 'index.html'), '<title>the demo</title>')

let stack: Stack | null = null
let occupant: Server | null = null
afterEach(async () => {
  await stack?.stop()
  stack = null
  occupant?.close()
  occupant = null
})

async function takenPort(): Promise<string> {
  occupant = createServer()
  await new Promise<void>((resolve) => occupant?.listen(0, '127.0.0.1', resolve))
  return String((occupant.address() as AddressInfo).port)
}

const answers = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

test('simulator, backend and demo start together and know each other', async () => {
  stack = await startStack({ demoFolder, env: FREE_PORTS })
  const settings = await fetch(new URL('demo-settings.json', stack.demo?.url))
  expect(await settings.json()).toEqual({
    backendUrl: stack.backend.url,
    carrierOrigin: stack.simulator.origin,
    appId: '300011877495',
    consentVersion: '1',
  })
  expect(await answers(`${stack.backend.url}/healthz`)).toBe(true)
  expect(await answers(`${stack.simulator.origin}/_sim/health`)).toBe(true)
  expect(await (await fetch(stack.demo?.url ?? '')).text()).toContain('the demo')
})

test('a phone on the LAN is sent to the servers where it reached the demo', async () => {
  stack = await startStack({ demoFolder, env: { ...FREE_PORTS, HOST: '0.0.0.0' } })
  const port = new URL(stack.demo?.url ?? '').port
  const settings = await fetch(`http://localhost:${port}/demo-settings.json`)
  expect(await settings.json()).toMatchObject({ backendUrl: expect.stringMatching(/^http:\/\/localhost:\d+$/) })
})

test('the demo’s page may ask which phone it is on, and a page of anywhere else may not', async () => {
  const port = await takenPort()
  occupant?.close()
  stack = await startStack({ demoFolder, env: { ...FREE_PORTS, HOST: '0.0.0.0', DEMO_PORT: port } })
  const asked = (origin: string) => fetch(`${stack?.simulator.origin}/_sim/handset`, { headers: { origin } })
  for (const address of ['127.0.0.1', ...privateAddresses()]) {
    expect((await asked(`http://${address}:${port}`)).status).toBe(200)
  }
  expect((await asked('https://shop.example.com')).status).toBe(403)
})

test('everything ends when the stack is stopped', async () => {
  const startTestSimulator = await startStack({ demoFolder, env: FREE_PORTS })
  await startTestSimulator.stop()
  for (const url of [`${startTestSimulator.backend.url}/healthz`, `${startTestSimulator.simulator.origin}/_sim/health`, startTestSimulator.demo?.url]) {
    expect(await answers(url ?? '')).toBe(false)
  }
})

test.each([
  ['SIMULATOR_PORT', /^simulator: port \d+ on 127\.0\.0\.1 is taken.*SIMULATOR_PORT/],
  ['BACKEND_PORT', /^backend: port \d+ on 127\.0\.0\.1 is taken.*BACKEND_PORT/],
  ['DEMO_PORT', /^demo: port \d+ on 127\.0\.0\.1 is taken.*DEMO_PORT/],
])('a taken %s is said with its name, and what had startTestSimulator is stopped', async (variable, message) => {
  const env = { ...FREE_PORTS, [variable]: await takenPort() }
  await expect(startStack({ demoFolder, env })).rejects.toMatchObject({
    code: 'portTaken',
    message: expect.stringMatching(message),
  })
})
