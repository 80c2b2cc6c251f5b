// `npm run dev:weapp` with real servers on free ports and Taro's real watch build.
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
    for (const { process, over } of commands) {
      process.kill()
      await over
    }
  },
})

test.describe.configure({ timeout: 480_000 })

/** An address that other machines could use; a machine without a network has none. */
const OUTSIDE = Object.values(networkInterfaces())
  .flatMap((addresses = []) => addresses)
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address

/** Taro builds in 5 s on a machine with nothing else to do. */
/** Two builds by Taro may run side by side. */
const PATIENCE = { timeout: 180_000 }

async function says(command: Command, words: string): Promise<void> {
  await expect.poll(() => command.said, PATIENCE).toContain(words)
}

async function addressOf(command: Command, service: string): Promise<string> {
  const line = new RegExp(`^${service} +(http://\\S+)`, 'm')
  await expect.poll(() => command.said, PATIENCE).toMatch(line)
  return line.exec(command.said)?.[1] ?? ''
}

function answers(url: string, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(new URL(url).port) })
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })
}

async function takesNumberForDevTools(simulator: string): Promise<number> {
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

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test(
  'for a phone it serves and builds for an address of the LAN, and says what is open there',
  NIGHTLY,
  async ({ checkout, devWeapp }) => {
    const address = OUTSIDE ?? '127.0.0.1'
    const command = devWeapp(['--host', address])
    const simulator = await addressOf(command, 'simulator')
    const backend = await addressOf(command, 'backend')
    expect(new URL(simulator).hostname).toBe(address)
    expect((await fetch(`${simulator}/_sim/handsets`)).status).toBe(200)
    expect((await fetch(`${backend}/healthz`)).status).toBe(200)

    expect(await takesNumberForDevTools(simulator), 'under an AppID of one’s own, with a Referer').toBe(200)

    await says(command, 'OPEN TO THIS NETWORK')
    expect(command.said).toContain('control API (/_sim)')
    expect(command.said).toContain(`the folder ${checkout.demo}`)
    expect(command.said).toContain('不校验合法域名')
    const bundle = readFileSync(join(checkout.demo, 'dist/weapp/common.js'), 'utf8')
    expect(bundle.includes(simulator)).toBe(true)
    expect(bundle.includes(backend)).toBe(true)
  },
)

test('what is saved is compiled again, and Ctrl-C leaves nothing behind', NIGHTLY, async ({ checkout, devWeapp }) => {
  const command = devWeapp()
  const simulator = await addressOf(command, 'simulator')
  const backend = await addressOf(command, 'backend')
  await says(command, 'Next, in WeChat DevTools')

  const frame = join(checkout.demo, 'src/demo/frame.tsx')
  writeFileSync(frame, readFileSync(frame, 'utf8').replace('demo-note', 'demo-saved'))
  const compiled = () => readFileSync(join(checkout.demo, 'dist/weapp/common.js'), 'utf8').includes('demo-saved')
  await expect.poll(compiled, PATIENCE).toBe(true)

  const { children } = command
  expect(children.filter(runs)).not.toEqual([])
  command.process.kill('SIGINT')
  expect(await command.over).toBe(0)
  expect(command.said).toMatch(/stopped\s*$/)
  expect(command.said.match(/Next, in WeChat DevTools/g)).toHaveLength(1)
  expect(children.filter(runs)).toEqual([])
  expect(await answers(simulator, '127.0.0.1')).toBe(false)
  expect(await answers(backend, '127.0.0.1')).toBe(false)
})

test('unasked it stays on this machine, whatever HOST the shell holds, and ends even before it has built', async ({
  devWeapp,
}) => {
  const command = devWeapp([], { HOST: '0.0.0.0' })
  const simulator = await addressOf(command, 'simulator')
  expect(await answers(simulator, '127.0.0.1')).toBe(true)
  if (OUTSIDE) expect(await answers(simulator, OUTSIDE)).toBe(false)
  await says(command, 'Taro is building')
  command.process.kill('SIGINT')
  expect(await command.over).toBe(0)
  expect(command.said).not.toContain('OPEN TO THIS NETWORK')
  expect(command.said).toMatch(/stopped\s*$/)
})

test('a taken port is said with the variable that moves it', async ({ devWeapp }) => {
  const occupant = createServer()
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve))
  const { port } = occupant.address() as AddressInfo
  const command = devWeapp([], { BACKEND_PORT: String(port) })
  expect(await command.over).toBe(1)
  expect(command.said).toMatch(new RegExp(`backend: 127\\.0\\.0\\.1:${port} is taken.*BACKEND_PORT`))
  occupant.close()
})

test('a build that cannot even begin ends it with what Taro said, and the servers with it', async ({
  checkout,
  devWeapp,
}) => {
  writeFileSync(join(checkout.demo, 'config/index.ts'), 'throw new Error("this configuration is broken")')
  const command = devWeapp()
  const simulator = await addressOf(command, 'simulator')
  expect(await command.over).toBe(1)
  expect(command.said).toContain('Taro has ended by itself')
  expect(command.said).toContain('this configuration is broken')
  expect(await answers(simulator, '127.0.0.1')).toBe(false)
})
