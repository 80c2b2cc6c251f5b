// The built command as a process: its output, its ports and its data folder.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Simulator, SimulatorState } from '../src'
import { Command, type CommandOptions } from './support/command'
import { CUSTOMER_PUBLIC_KEY } from './support/customer'
import { obtainToken, verify } from './support/phone'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'local-number-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

/** In an empty folder, on free ports. */
function start(args: readonly string[] = [], env: CommandOptions['env'] = {}) {
  return new Command(['--port', '0', ...args], { cwd, env })
}

async function expectRefusal(args: readonly string[], env: CommandOptions['env'] = {}): Promise<string> {
  const command = new Command(['--port', '0', ...args], { cwd, env })
  expect(await command.waitForEnd()).toEqual([1, null])
  expect(command.out).toBe('')
  expect(command.err).not.toMatch(/^ +at /m)
  return command.err
}

function writeAppsFile(text: string): string {
  const file = join(cwd, 'apps.yaml')
  writeFileSync(file, text)
  return file
}

/** Fetches the state from the admin API, by the printed console address. */
async function fetchState(command: Command): Promise<SimulatorState> {
  const console = new URL(command.findValue('console'))
  const token = new URLSearchParams(console.hash.slice(1)).get('token')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(new URL('/_sim/state', console), { headers })
  return (await response.json()) as SimulatorState
}

function send(command: Command, path: string, body: unknown, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  return fetch(new URL(path, command.findValue('console')), { method, headers, body: JSON.stringify(body) })
}

test('a first start prints its addresses and variables, and keeps its data in the current folder', async () => {
  const command = await start().waitUntilReady()
  const { origin, testLineOrigin, httpsEditionOrigin, httpsEditionTestLineOrigin, handsets } = await fetchState(command)
  expect(command.findValue('gateway')).toBe(origin)
  expect(command.findValue('test line')).toBe(testLineOrigin)
  expect(command.findValue('HTTPS edition')).toBe(httpsEditionOrigin)
  expect(command.findValue('HTTPS edition test line')).toBe(httpsEditionTestLineOrigin)
  for (const handset of handsets) expect(command.out).toContain(`handset    ${handset.origin}  ${handset.id}`)
  for (const call of ['getMobile', 'getToken', 'httpsGetMobile', 'verify']) {
    expect(command.out).toMatch(new RegExp(`^  160\\d{8}  .*  ${call} answers \\d+$`, 'm'))
  }
  const folder = join(cwd, '.local-number-simulator')
  const kept = ['.gitignore', 'customer-private-key.pem', 'simulator.sqlite']
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(kept))
  const key = join(folder, 'customer-private-key.pem')
  expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(command.environment).toEqual({
    LOCAL_NUMBER_VERIFY_ORIGIN: origin,
    LOCAL_NUMBER_APP_ID: '300011877495',
    LOCAL_NUMBER_APP_KEY: expect.stringMatching(/^demo:/),
    LOCAL_NUMBER_PLATFORM_PUBLIC_KEY: expect.stringMatching(/^demo:MIGf/),
    LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY: `demo:${readFileSync(key, 'utf8').replace(/-----.*-----|\n/g, '')}`,
  })
})

test('the command prints one masked line per message until SIGTERM stops it', async () => {
  const command = await start(['--memory']).waitUntilReady()
  await fetch(`${command.findValue('gateway')}/NumberAbility/h5/getMobile.htm?msgId=${'a'.repeat(32)}`)
  expect(await command.stop('SIGTERM')).toEqual([0, null])
  expect(command.out).toMatch(/^[\d:.]{12}Z production getMobile cm-5g 500\/130010 /m)
  expect(command.err).toBe('')
})

describe('a restart', () => {
  test('a restart keeps changes, the customer’s key and tokens', async () => {
    const first = await start([], { SIMULATOR_CUSTOMER_PUBLIC_KEY: CUSTOMER_PUBLIC_KEY }).waitUntilReady()
    await send(first, '/_sim/apps/300011877495', { dailyLimit: 3 }, 'PATCH')
    await send(first, '/_sim/handsets/cm-wifi', { network: '4g' }, 'PATCH')
    const token = await obtainToken(first.findValue('gateway'))
    expect(await first.stop('SIGINT')).toEqual([0, null])

    const second = await start().waitUntilReady()
    const { origin, apps, handsets } = await fetchState(second)
    expect(apps).toMatchObject([{ dailyLimit: 3 }])
    expect(handsets.find(({ id }) => id === 'cm-wifi')).toMatchObject({ network: '4g' })
    expect(await verify({ origin, apps } as unknown as Simulator, { phone: '13800138000', token })).toBe('000')
    // The registered key is not the one in the folder: only its owner has the private half.
    expect(second.out).toContain('# LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is the private half of the registered key')
    expect(second.environment).not.toHaveProperty('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY')
  })

  test('a restart names the apps of a file that differ from the registered ones', async () => {
    const file = writeAppsFile(
      "- { appId: '300011877496', appKey: k, dailyLimit: 5 }\n- { appId: '300011877497', appKey: k }",
    )
    const first = await start(['--apps', file]).waitUntilReady()
    expect(first.out).toContain(`Kept in ${cwd}/.local-number-simulator; --memory keeps nothing.`)
    await fetch(new URL('/_sim/apps/300011877497', first.findValue('console')), { method: 'DELETE' })
    await first.stop()
    writeAppsFile("- { appId: '300011877496', appKey: other, dailyLimit: 5 }\n- { appId: '300011877497', appKey: k }")
    const second = await start(['--apps', file]).waitUntilReady()
    expect((await fetchState(second)).apps).toMatchObject([{ appId: '300011877496', appKey: 'k' }])
    expect(second.out).toContain(
      'since an earlier start. What is registered there has priority over flags and variables',
    )
    expect(second.out).toContain('App 300011877496 is left as it was: the file differs in appKey.\n')
    expect(second.out).toContain('App 300011877497 was deleted earlier, so it is not added again')
  })

  test('a restart reports a moved clock and faults that are on', async () => {
    const first = await start().waitUntilReady()
    expect(first.out).not.toMatch(/^The clock is|faults? (is|are) on/m)
    await send(first, '/_sim/clock', { advanceMs: 86_400_000 })
    await send(first, '/_sim/faults', { call: 'verify', effect: { status: 503 }, times: null })
    await first.stop()
    const second = await start().waitUntilReady()
    expect(second.out).toMatch(/^Kept in .*\nThe clock is 1 day ahead\.\n1 fault is on\.\n/m)
  })

  test('a restart prints the same variables', async () => {
    const first = await start().waitUntilReady()
    await first.stop()
    const second = await start().waitUntilReady()
    const withoutPort = { LOCAL_NUMBER_VERIFY_ORIGIN: 'differs in its port' }
    expect({ ...second.environment, ...withoutPort }).toEqual({ ...first.environment, ...withoutPort })
  })
})

test('the command ends without a stack trace when the reader of its output ends', async () => {
  const command = await start(['--memory']).waitUntilReady()
  command.process.stdout.destroy()
  for (let sent = 0; sent < 50 && command.process.exitCode === null; sent += 1) {
    await fetch(`${command.findValue('gateway')}/NumberAbility/h5/getMobile.htm`).catch(() => undefined)
  }
  expect(await command.waitForEnd()).toEqual([0, null])
  expect(command.err).toBe('')
})

test('--memory leaves no files behind and generates new keys at each start', async () => {
  const commands = await Promise.all([start(['--memory']).waitUntilReady(), start(['--memory']).waitUntilReady()])
  const [one, other] = commands.map(({ environment }) => environment.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY)
  expect(one).not.toBe(other)
  await Promise.all(commands.map((command) => command.stop()))
  expect(readdirSync(cwd)).toEqual([])
})

test('--data chooses the data folder', async () => {
  await start(['--data', 'deep/er']).waitUntilReady()
  expect(readdirSync(cwd)).toEqual(['deep'])
  expect(existsSync(join(cwd, 'deep/er/simulator.sqlite'))).toBe(true)
})

test('--apps registers a list of apps instead of the demo’s, by default with the customer’s key', async () => {
  const file = writeAppsFile(
    "- { appId: '300011877496', appKey: k, balance: 2 }\n- { appId: '300011877497', appKey: k, customerPublicKeys: [] }",
  )
  const command = await start(['--memory', '--apps', file]).waitUntilReady()
  expect((await fetchState(command)).apps).toMatchObject([
    { appId: '300011877496', balance: 2, customerPublicKeys: [expect.any(String)] },
    { appId: '300011877497', customerPublicKeys: [] },
  ])
  expect(command.out).toContain('# No customer public key is registered: every call answers 103605.')
})

test('--port moves all ports and has priority over the variable', async () => {
  const env = { SIMULATOR_PORT: '1', SIMULATOR_APP_ID: '300011877499' }
  const command = await start(['--memory'], env).waitUntilReady()
  expect(command.findValue('gateway')).not.toMatch(/:1$/)
  expect(command.environment.LOCAL_NUMBER_APP_ID).toBe('300011877499')
})

test('a gateway that is open to the network is reported as such', async () => {
  const command = await start(['--memory'], { SIMULATOR_HOST: '0.0.0.0' }).waitUntilReady()
  expect(command.out).toContain('Open to the network, on every address of this machine: gateway.\n')
})

describe('an admin API that other machines reach', () => {
  const OPEN = { SIMULATOR_ADMIN_HOST: '0.0.0.0' }

  test('an admin API on all addresses gets a generated token, which is in the console’s address', async () => {
    const command = await start(['--memory'], OPEN).waitUntilReady()
    expect(command.findValue('console')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{32}$/)
    expect((await fetchState(command)).apps).toHaveLength(1)
    const { status } = await fetch(new URL('/_sim/state', command.findValue('console')))
    expect(status).toBe(401)
  })

  test('an admin API on all addresses uses a given token and does not print it', async () => {
    const token = 'a-token+of/our=own'
    const command = await start(['--memory'], { ...OPEN, SIMULATOR_ADMIN_TOKEN: token }).waitUntilReady()
    expect(command.findValue('console')).toMatch(/#token=<SIMULATOR_ADMIN_TOKEN>$/)
    expect(command.out).not.toContain(token)
    const state = new URL('/_sim/state', command.findValue('console'))
    const { status } = await fetch(state, { headers: { authorization: `Bearer ${token}` } })
    expect(status).toBe(200)
  })
})

describe('a start that fails prints one message, exits with 1, and prints no stack trace', () => {
  test('when a port is taken', async () => {
    const port = new URL((await start(['--memory']).waitUntilReady()).findValue('gateway')).port
    const command = new Command(['--memory', '--port', port], { cwd })
    expect(await command.waitForEnd()).toEqual([1, null])
    expect(command.err).toBe(
      `port ${port} on 127.0.0.1 is taken: free it, or give --port another number, which moves the whole row. ` +
        'To move one port alone, leave --port out and set SIMULATOR_PORT.\n',
    )
  })

  test('when the host is not an address of this machine', async () => {
    expect(await expectRefusal(['--memory'], { SIMULATOR_HOST: '203.0.113.7' })).toMatch(
      /^203\.0\.113\.7 is not an address of this machine: check SIMULATOR_HOST\n$/,
    )
  })

  test('when a file of apps has mistakes: each with its path and without its value', async () => {
    const file = writeAppsFile("- { appId: '300011877496', appKey: k, balance: many, secret: hunter2 }")
    const message = await expectRefusal(['--apps', file])
    expect(message).toContain('[0].balance must be a whole number')
    expect(message).toContain('[0].secret is an unknown field')
    expect(message).not.toMatch(/many|hunter2/)
    expect(readdirSync(cwd)).toEqual(['apps.yaml'])
  })

  test('when the data folder cannot be created', async () => {
    writeFileSync(join(cwd, 'file'), '')
    expect(await expectRefusal(['--data', 'file/data'])).toMatch(/cannot keep data \(ENOTDIR\): give --data /)
  })

  test('when the database file is not a database', async () => {
    const data = join(cwd, '.local-number-simulator')
    mkdirSync(data)
    writeFileSync(join(data, 'simulator.sqlite'), 'not a database, but long enough to look like one'.repeat(100))
    expect(await expectRefusal([])).toMatch(
      /^the database .*simulator\.sqlite cannot be opened \(.+\): delete it, or give --data another folder\n$/,
    )
  })

  test('when another simulator uses the data folder', async () => {
    await start().waitUntilReady()
    expect(await expectRefusal([])).toBe(
      `another simulator uses ${join(cwd, '.local-number-simulator')}: stop it, or give --data another folder\n`,
    )
  })

  test('when a variable is wrong', async () => {
    expect(await expectRefusal(['--memory'], { SIMULATOR_DAILY_LIMIT: 'ten' })).toBe(
      'The configuration is not usable:\n  SIMULATOR_DAILY_LIMIT must be a whole number from 0 to 999999\n',
    )
  })

  test('when a flag is unknown', async () => {
    expect(await expectRefusal(['--prot', '1'])).toMatch(/^error: unknown option '--prot'\n/)
  })
})
