// `npm run dev:weapp` with real servers on free ports and Taro's watch build.
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { ANY_PORTS } from '@local-number/stack'
import { test as base, expect } from '@playwright/test'
import { Checkout } from '../../support/checkout'
import { Command } from '../../support/command'
import { NIGHTLY } from '../../support/nightly'

interface Fixtures {
  readonly checkout: Checkout
  readonly devWeapp: (args?: readonly string[], env?: NodeJS.ProcessEnv) => Command
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured first parameter.
  checkout: async ({}, use) => {
    const checkout = new Checkout()
    await use(checkout)
    checkout.remove()
  },
  devWeapp: async ({ checkout }, use) => {
    const commands: Command[] = []
    await use((args = [], env = {}) => {
      const command = new Command([checkout.devWeapp, ...args], { ...ANY_PORTS, DATA_DIR: checkout.data, ...env })
      commands.push(command)
      return command
    })
    for (const { process, exitCode } of commands) {
      process.kill()
      await exitCode
    }
  },
})

test.describe.configure({ timeout: 480_000 })

/** This machine's address in its network; undefined without a network. */
const LAN_ADDRESS = Object.values(networkInterfaces())
  .flatMap((addresses = []) => addresses)
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

/** A Taro build takes 5 s on an idle machine; here two may run at once on a busy one. */
const PATIENCE = { timeout: 180_000 }

async function waitForOutput(command: Command, text: string): Promise<void> {
  await expect.poll(() => command.output, PATIENCE).toContain(text)
}

async function findAddress(command: Command, service: string): Promise<string> {
  const line = new RegExp(`^${service} +(http://\\S+)`, 'm')
  await expect.poll(() => command.output, PATIENCE).toMatch(line)
  return line.exec(command.output)?.[1] ?? ''
}

function isListening(url: string, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(new URL(url).port) })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

/** @returns the status of an image request as WeChat DevTools sends it: with a Referer and the developer's own AppID */
async function requestImageAsDevTools(simulator: string): Promise<number> {
  const ids = {
    msgId: 'a'.repeat(32),
    uuid: 'b'.repeat(32),
    timestamp: '20260601120000000',
    wxappid: 'wx0123456789abcdef',
  }
  const app = { appId: '300011877495', version: '1.2', openType: '1', userInformation: 'x' }
  const referer = `https://servicewechat.com/${ids.wxappid}/devtools/page-frame.html`
  const query = new URLSearchParams({ ...ids, ...app })
  return (await fetch(`${simulator}/NumberAbility/h5/getMobile.htm?${query}`, { headers: { referer } })).status
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test(
  'dev:weapp --host serves a phone at a LAN address, compiles it in, and warns what is open to the network',
  NIGHTLY,
  async ({ checkout, devWeapp }) => {
    const address = LAN_ADDRESS ?? '127.0.0.1'
    const command = devWeapp(['--host', address])
    const simulator = await findAddress(command, 'simulator')
    const backend = await findAddress(command, 'backend')
    expect(new URL(simulator).hostname).toBe(address)
    expect((await fetch(`${simulator}/_sim/handsets`)).status).toBe(200)
    expect((await fetch(`${backend}/healthz`)).status).toBe(200)

    expect(await requestImageAsDevTools(simulator), 'with a Referer and the developer’s own AppID').toBe(200)

    await waitForOutput(command, 'OPEN TO THIS NETWORK')
    expect(command.output).toContain('control API (/_sim)')
    expect(command.output).toContain(`the folder ${checkout.demo}`)
    expect(command.output).toContain('不校验合法域名')
    const bundle = readFileSync(join(checkout.demo, 'dist/weapp/common.js'), 'utf8')
    expect(bundle.includes(simulator)).toBe(true)
    expect(bundle.includes(backend)).toBe(true)
  },
)

test(
  'dev:weapp recompiles a saved file, and Ctrl-C ends all its processes and servers',
  NIGHTLY,
  async ({ checkout, devWeapp }) => {
    const command = devWeapp()
    const simulator = await findAddress(command, 'simulator')
    const backend = await findAddress(command, 'backend')
    await waitForOutput(command, 'Next, in WeChat DevTools')

    const frame = join(checkout.demo, 'src/demo/frame.tsx')
    writeFileSync(frame, readFileSync(frame, 'utf8').replace('demo-note', 'demo-saved'))
    const compiled = () => readFileSync(join(checkout.demo, 'dist/weapp/common.js'), 'utf8').includes('demo-saved')
    await expect.poll(compiled, PATIENCE).toBe(true)

    const { children } = command
    expect(children.filter(isRunning)).not.toEqual([])
    command.process.kill('SIGINT')
    expect(await command.exitCode).toBe(0)
    expect(command.output).toMatch(/stopped\s*$/)
    expect(command.output.match(/Next, in WeChat DevTools/g)).toHaveLength(1)
    expect(children.filter(isRunning)).toEqual([])
    expect(await isListening(simulator, '127.0.0.1')).toBe(false)
    expect(await isListening(backend, '127.0.0.1')).toBe(false)
  },
)

test('dev:weapp without --host ignores HOST, stays on this machine, and stops on Ctrl-C during the build', async ({
  devWeapp,
}) => {
  const command = devWeapp([], { HOST: '0.0.0.0' })
  const simulator = await findAddress(command, 'simulator')
  expect(await isListening(simulator, '127.0.0.1')).toBe(true)
  if (LAN_ADDRESS) expect(await isListening(simulator, LAN_ADDRESS)).toBe(false)
  await waitForOutput(command, 'Taro is building')
  command.process.kill('SIGINT')
  expect(await command.exitCode).toBe(0)
  expect(command.output).not.toContain('OPEN TO THIS NETWORK')
  expect(command.output).toMatch(/stopped\s*$/)
})

test('dev:weapp reports a port that is in use with the variable that changes it', async ({ devWeapp }) => {
  const occupant = createServer()
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve))
  const { port } = occupant.address() as AddressInfo
  const command = devWeapp([], { BACKEND_PORT: String(port) })
  expect(await command.exitCode).toBe(1)
  expect(command.output).toMatch(new RegExp(`backend: port ${port} on 127\\.0\\.0\\.1 is taken.*BACKEND_PORT`))
  occupant.close()
})

test('dev:weapp stops its servers and prints Taro’s output when the build cannot start', async ({
  checkout,
  devWeapp,
}) => {
  writeFileSync(join(checkout.demo, 'config/index.ts'), 'throw new Error("this configuration is broken")')
  const command = devWeapp()
  const simulator = await findAddress(command, 'simulator')
  expect(await command.exitCode).toBe(1)
  expect(command.output).toContain('Taro has ended by itself')
  expect(command.output).toContain('this configuration is broken')
  expect(await isListening(simulator, '127.0.0.1')).toBe(false)
})
