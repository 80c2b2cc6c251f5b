// The built command with its flags and variables, and when it cannot start.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expectRefusal, fetchState, getFolder, send, start, writeAppsFile } from './support/cli'

describe('a restart', () => {
  test('a restart names the apps of a file that differ from the registered ones', async () => {
    const file = writeAppsFile(
      "- { appId: '300011877496', appKey: k, dailyLimit: 5 }\n- { appId: '300011877497', appKey: k }",
    )
    const first = await start(['--apps', file]).waitUntilReady()
    expect(first.out).toContain(`Kept in ${getFolder()}/.local-number-simulator; --memory keeps nothing.`)
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
  expect(readdirSync(getFolder())).toEqual([])
})

test('--data chooses the data folder', async () => {
  await start(['--data', 'deep/er']).waitUntilReady()
  expect(readdirSync(getFolder())).toEqual(['deep'])
  expect(existsSync(join(getFolder(), 'deep/er/simulator.sqlite'))).toBe(true)
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
    expect(readdirSync(getFolder())).toEqual(['apps.yaml'])
  })

  test('when the data folder cannot be created', async () => {
    writeFileSync(join(getFolder(), 'file'), '')
    expect(await expectRefusal(['--data', 'file/data'])).toMatch(/cannot keep data \(ENOTDIR\): give --data /)
  })

  test('when the database file is not a database', async () => {
    const data = join(getFolder(), '.local-number-simulator')
    mkdirSync(data)
    writeFileSync(join(data, 'simulator.sqlite'), 'not a database, but long enough to look like one'.repeat(100))
    expect(await expectRefusal([])).toMatch(
      /^the database .*simulator\.sqlite cannot be opened \(.+\): delete it, or give --data another folder\n$/,
    )
  })

  test('when a flag is unknown', async () => {
    expect(await expectRefusal(['--prot', '1'])).toMatch(/^error: unknown option '--prot'\n/)
  })
})
