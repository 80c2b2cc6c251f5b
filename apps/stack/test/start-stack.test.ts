import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Stack, startStack } from '../src'
import { listPrivateAddresses } from '../src/weapp-dev/lan'
import { FREE_PORTS } from './support/free-ports'

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

async function occupyPort(): Promise<string> {
  occupant = createServer()
  await new Promise<void>((resolve) => occupant?.listen(0, '127.0.0.1', resolve))
  return String((occupant.address() as AddressInfo).port)
}

const respondsOk = (url: string) =>
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
    consoleOrigin: stack.simulator.adminOrigin,
    appId: '300011877495',
    consentVersion: '1',
  })
  expect(await respondsOk(`${stack.backend.url}/healthz`)).toBe(true)
  expect(await respondsOk(`${stack.simulator.origin}/_sim/health`)).toBe(true)
  expect(await (await fetch(stack.demo?.url ?? '')).text()).toContain('the demo')
})

test('a phone on the LAN gets the servers’ addresses on the host where it reached the demo', async () => {
  stack = await startStack({ demoFolder, env: { ...FREE_PORTS, HOST: '0.0.0.0' } })
  const port = new URL(stack.demo?.url ?? '').port
  const settings = await fetch(`http://localhost:${port}/demo-settings.json`)
  expect(await settings.json()).toMatchObject({ backendUrl: expect.stringMatching(/^http:\/\/localhost:\d+$/) })
})

test('the demo’s page may ask for its handset, and pages of other origins may not', async () => {
  const port = await occupyPort()
  occupant?.close()
  stack = await startStack({ demoFolder, env: { ...FREE_PORTS, HOST: '0.0.0.0', DEMO_PORT: port } })
  const ask = (origin: string) => fetch(`${stack?.simulator.origin}/_sim/handset`, { headers: { origin } })
  for (const address of ['127.0.0.1', ...listPrivateAddresses()]) {
    expect((await ask(`http://${address}:${port}`)).status).toBe(200)
  }
  expect((await ask('https://shop.example.com')).status).toBe(403)
})

test('stopping the stack stops all of its parts', async () => {
  const running = await startStack({ demoFolder, env: FREE_PORTS })
  await running.stop()
  for (const url of [`${running.backend.url}/healthz`, `${running.simulator.origin}/_sim/health`, running.demo?.url]) {
    expect(await respondsOk(url ?? '')).toBe(false)
  }
})

test.each([
  ['SIMULATOR_PORT', /^simulator: port \d+ on 127\.0\.0\.1 is taken.*SIMULATOR_PORT/],
  ['BACKEND_PORT', /^backend: port \d+ on 127\.0\.0\.1 is taken.*BACKEND_PORT/],
  ['DEMO_PORT', /^demo: port \d+ on 127\.0\.0\.1 is taken.*DEMO_PORT/],
])('a taken %s is reported with its name, and the started parts are stopped', async (variable, message) => {
  const env = { ...FREE_PORTS, [variable]: await occupyPort() }
  await expect(startStack({ demoFolder, env })).rejects.toMatchObject({
    code: 'portTaken',
    message: expect.stringMatching(message),
  })
})
