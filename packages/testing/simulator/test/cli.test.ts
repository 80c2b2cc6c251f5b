// The command as its user has it: a process, its output, its ports and its folder.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Simulator, SimulatorState } from '../src'
import { Command, type CommandOptions } from './support/command'
import { CUSTOMER_PUBLIC_KEY } from './support/customer'
import { tokenOn, verify } from './support/phone'

// Each starts a process that compiles the sources first.
jest.setTimeout(30_000)

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'local-number-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

/** In an empty folder, on free ports. */
function start(args: readonly string[] = [], env: CommandOptions['env'] = {}) {
  return new Command(['--port', '0', ...args], { cwd, env })
}

async function refused(args: readonly string[], env: CommandOptions['env'] = {}): Promise<string> {
  const command = new Command(['--port', '0', ...args], { cwd, env })
  expect(await command.ended()).toEqual([1, null])
  expect(command.out).toBe('')
  expect(command.err).not.toMatch(/^ +at /m)
  return command.err
}

function appsFile(text: string): string {
  const file = join(cwd, 'apps.yaml')
  writeFileSync(file, text)
  return file
}

/** What the admin API tells, asked as the printed console address says. */
async function stateOf(command: Command): Promise<SimulatorState> {
  const console = new URL(command.line('console'))
  const token = new URLSearchParams(console.hash.slice(1)).get('token')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(new URL('/_sim/state', console), { headers })
  return (await response.json()) as SimulatorState
}

function change(command: Command, path: string, body: unknown, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  return fetch(new URL(path, command.line('console')), { method, headers, body: JSON.stringify(body) })
}

test('a first start says where everything is, what a business server needs, and keeps its data beside the user', async () => {
  const command = await start().ready()
  const { origin, testLineOrigin, handsets } = await stateOf(command)
  expect(command.line('gateway')).toBe(origin)
  expect(command.line('test line')).toBe(testLineOrigin)
  for (const handset of handsets) expect(command.out).toContain(`handset    ${handset.origin}  ${handset.id}`)
  for (const call of ['getMobile', 'getToken', 'verify']) {
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

test('it prints one masked line per message, until it is told to stop', async () => {
  const command = await start(['--memory']).ready()
  await fetch(`${command.line('gateway')}/NumberAbility/h5/getMobile.htm?msgId=${'a'.repeat(32)}`)
  expect(await command.stop('SIGTERM')).toEqual([0, null])
  expect(command.out).toMatch(/^[\d:.]{12}Z production getMobile cm-5g 500\/130010 /m)
  expect(command.err).toBe('')
})

describe('a restart', () => {
  test('knows what was changed, the customer’s key, and the tokens', async () => {
    const first = await start([], { SIMULATOR_CUSTOMER_PUBLIC_KEY: CUSTOMER_PUBLIC_KEY }).ready()
    await change(first, '/_sim/apps/300011877495', { dailyLimit: 3 }, 'PATCH')
    await change(first, '/_sim/handsets/cm-wifi', { network: '4g' }, 'PATCH')
    const token = await tokenOn(first.line('gateway'))
    expect(await first.stop('SIGINT')).toEqual([0, null])

    const second = await start().ready()
    const { origin, apps, handsets } = await stateOf(second)
    expect(apps).toMatchObject([{ dailyLimit: 3 }])
    expect(handsets.find(({ id }) => id === 'cm-wifi')).toMatchObject({ network: '4g' })
    expect(await verify({ origin, apps } as unknown as Simulator, { phone: '13800138000', token })).toBe('000')
    // The key that is filed is not the one of the folder: its private half is with whoever filed it.
    expect(second.out).toContain('# LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY is the private half of the key that is filed')
    expect(second.environment).not.toHaveProperty('LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY')
  })

  test('says so where flags come too late', async () => {
    const file = appsFile(
      "- { appId: '300011877496', appKey: k, dailyLimit: 5 }\n- { appId: '300011877497', appKey: k }",
    )
    const first = await start(['--apps', file]).ready()
    expect(first.out).toContain(`Kept in ${cwd}/.local-number-simulator; --memory keeps nothing.`)
    await fetch(new URL('/_sim/apps/300011877497', first.line('console')), { method: 'DELETE' })
    await first.stop()
    appsFile("- { appId: '300011877496', appKey: other, dailyLimit: 5 }\n- { appId: '300011877497', appKey: k }")
    const second = await start(['--apps', file]).ready()
    expect((await stateOf(second)).apps).toMatchObject([{ appId: '300011877496', appKey: 'k' }])
    expect(second.out).toContain('since an earlier start. What is filed there wins over flags and variables')
    expect(second.out).toContain('App 300011877496 is left as it was: the file differs in appKey.\n')
    expect(second.out).toContain('App 300011877497 was deleted before and is not filed again')
  })

  test('says that the clock stands elsewhere, and that faults are on', async () => {
    const first = await start().ready()
    expect(first.out).not.toMatch(/^The clock is|faults? (is|are) on/m)
    await change(first, '/_sim/clock', { advanceMs: 86_400_000 })
    await change(first, '/_sim/faults', { call: 'verify', effect: { status: 503 }, times: null })
    await first.stop()
    const second = await start().ready()
    expect(second.out).toMatch(/^Kept in .*\nThe clock is 1 day ahead\.\n1 fault is on\.\n/m)
  })

  test('prints the same lines', async () => {
    const first = await start().ready()
    await first.stop()
    const second = await start().ready()
    const apart = { LOCAL_NUMBER_VERIFY_ORIGIN: 'which port is free' }
    expect({ ...second.environment, ...apart }).toEqual({ ...first.environment, ...apart })
  })
})

test('a reader that goes away ends it without a stack', async () => {
  const command = await start(['--memory']).ready()
  command.process.stdout.destroy()
  for (let told = 0; told < 50 && command.process.exitCode === null; told += 1) {
    await fetch(`${command.line('gateway')}/NumberAbility/h5/getMobile.htm`).catch(() => undefined)
  }
  expect(await command.ended()).toEqual([0, null])
  expect(command.err).toBe('')
})

test('--memory leaves nothing behind, and makes other keys each time', async () => {
  const commands = await Promise.all([start(['--memory']).ready(), start(['--memory']).ready()])
  const [one, other] = commands.map(({ environment }) => environment.LOCAL_NUMBER_CUSTOMER_PRIVATE_KEY)
  expect(one).not.toBe(other)
  await Promise.all(commands.map((command) => command.stop()))
  expect(readdirSync(cwd)).toEqual([])
})

test('--data says where', async () => {
  await start(['--data', 'deep/er']).ready()
  expect(readdirSync(cwd)).toEqual(['deep'])
  expect(existsSync(join(cwd, 'deep/er/simulator.sqlite'))).toBe(true)
})

test('--apps files a list of apps in place of the demo’s, with the customer’s key where none is named', async () => {
  const file = appsFile(
    "- { appId: '300011877496', appKey: k, balance: 2 }\n- { appId: '300011877497', appKey: k, customerPublicKeys: [] }",
  )
  const command = await start(['--memory', '--apps', file]).ready()
  expect((await stateOf(command)).apps).toMatchObject([
    { appId: '300011877496', balance: 2, customerPublicKeys: [expect.any(String)] },
    { appId: '300011877497', customerPublicKeys: [] },
  ])
  expect(command.out).toContain('# No customer public key is filed: every call answers 103605.')
})

test('--port moves all of them, and wins over the variable', async () => {
  const env = { SIMULATOR_PORT: '1', SIMULATOR_APP_ID: '300011877499' }
  const command = await start(['--memory'], env).ready()
  expect(command.line('gateway')).not.toMatch(/:1$/)
  expect(command.environment.LOCAL_NUMBER_APP_ID).toBe('300011877499')
})

test('an open gateway is said to be one', async () => {
  const command = await start(['--memory'], { SIMULATOR_HOST: '0.0.0.0' }).ready()
  expect(command.out).toContain('Open to the network, on every address of this machine: gateway.\n')
})

describe('an admin API that other machines reach', () => {
  const OPEN = { SIMULATOR_ADMIN_HOST: '0.0.0.0' }

  test('has a token made for it, which is in the console’s address', async () => {
    const command = await start(['--memory'], OPEN).ready()
    expect(command.line('console')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{32}$/)
    expect((await stateOf(command)).apps).toHaveLength(1)
    const { status } = await fetch(new URL('/_sim/state', command.line('console')))
    expect(status).toBe(401)
  })

  test('takes the one that is given, and does not print it', async () => {
    const token = 'a-token+of/our=own'
    const command = await start(['--memory'], { ...OPEN, SIMULATOR_ADMIN_TOKEN: token }).ready()
    expect(command.line('console')).toMatch(/#token=<SIMULATOR_ADMIN_TOKEN>$/)
    expect(command.out).not.toContain(token)
    const state = new URL('/_sim/state', command.line('console'))
    const { status } = await fetch(state, { headers: { authorization: `Bearer ${token}` } })
    expect(status).toBe(200)
  })
})

describe('what keeps it from starting is said in one place, with exit code 1 and no stack', () => {
  test('a taken port', async () => {
    const port = new URL((await start(['--memory']).ready()).line('gateway')).port
    const command = new Command(['--memory', '--port', port], { cwd })
    expect(await command.ended()).toEqual([1, null])
    expect(command.err).toBe(
      `port ${port} on 127.0.0.1 is taken: free it, or give --port another number, which moves the whole row. ` +
        'To move one port alone, leave --port out and set SIMULATOR_PORT.\n',
    )
  })

  test('an address that is not this machine’s', async () => {
    expect(await refused(['--memory'], { SIMULATOR_HOST: '203.0.113.7' })).toMatch(
      /^listen EADDRNOTAVAIL: .*: look at --port, SIMULATOR_HOST and SIMULATOR_ADMIN_HOST\n$/,
    )
  })

  test('a file of apps with mistakes, each with its path', async () => {
    const file = appsFile("- { appId: '300011877496', appKey: k, balance: many, secret: hunter2 }")
    const said = await refused(['--apps', file])
    expect(said).toContain('[0].balance must be a whole number')
    expect(said).toContain('[0] has no field secret')
    expect(said).not.toMatch(/many|hunter2/)
    expect(readdirSync(cwd)).toEqual(['apps.yaml'])
  })

  test('a folder that cannot be one', async () => {
    writeFileSync(join(cwd, 'file'), '')
    expect(await refused(['--data', 'file/data'])).toMatch(/cannot keep data \(ENOTDIR\): give --data /)
  })

  test('a database that is none', async () => {
    const data = join(cwd, '.local-number-simulator')
    mkdirSync(data)
    writeFileSync(join(data, 'simulator.sqlite'), 'not a database, but long enough to be taken for one'.repeat(100))
    expect(await refused([])).toMatch(
      /^the database .*simulator\.sqlite cannot be opened \(.+\): delete it, or give --data another folder\n$/,
    )
  })

  test('a folder that another one uses', async () => {
    await start().ready()
    expect(await refused([])).toBe(
      `another simulator uses ${join(cwd, '.local-number-simulator')}: stop it, or give --data another folder\n`,
    )
  })

  test('a wrong variable', async () => {
    expect(await refused(['--memory'], { SIMULATOR_DAILY_LIMIT: 'ten' })).toBe(
      'SIMULATOR_DAILY_LIMIT must be a number of checks per day\n',
    )
  })

  test('a flag that there is not', async () => {
    expect(await refused(['--prot', '1'])).toMatch(/^error: unknown option '--prot'\n/)
  })
})
