// The built command as a process: its output, its ports and its data folder.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Simulator } from '../src'
import { expectRefusal, fetchState, getFolder, send, start } from './support/cli'
import { Command } from './support/command'
import { CUSTOMER_PUBLIC_KEY } from './support/customer'
import { obtainToken, verify } from './support/phone'

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
  const folder = join(getFolder(), '.local-number-simulator')
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
})

describe('a start that fails prints one message, exits with 1, and prints no stack trace', () => {
  test('when a port is taken', async () => {
    const port = new URL((await start(['--memory']).waitUntilReady()).findValue('gateway')).port
    const command = new Command(['--memory', '--port', port], { cwd: getFolder() })
    expect(await command.waitForEnd()).toEqual([1, null])
    expect(command.err).toBe(
      `port ${port} on 127.0.0.1 is taken: free it, or give --port another number, which moves the whole row. ` +
        'To move one port alone, leave --port out and set SIMULATOR_PORT.\n',
    )
  })

  test('when another simulator uses the data folder', async () => {
    await start().waitUntilReady()
    expect(await expectRefusal([])).toBe(
      `another simulator uses ${join(getFolder(), '.local-number-simulator')}: stop it, or give --data another folder\n`,
    )
  })

  test('when a variable is wrong', async () => {
    expect(await expectRefusal(['--memory'], { SIMULATOR_DAILY_LIMIT: 'ten' })).toBe(
      'The configuration is not usable:\n  SIMULATOR_DAILY_LIMIT must be a whole number from 0 to 999999\n',
    )
  })
})
