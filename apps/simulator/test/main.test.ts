// The process: it starts from its sources, says where it listens and stops when it is told to.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = join(__dirname, '../../..')
const MAIN = join(__dirname, '../src/main.ts')
const FREE_PORTS = { SIMULATOR_PORT: '0', SIMULATOR_TEST_LINE_PORT: '0', SIMULATOR_HANDSET_PORT: 'none' }

function start(env: Record<string, string>) {
  return spawn(process.execPath, ['--conditions', '@local-number/source', '--import', 'tsx', MAIN], {
    cwd: ROOT,
    env: { ...process.env, ...FREE_PORTS, ...env },
  })
}

test.each(['SIGINT', 'SIGTERM'] as const)('it listens until %s', async (signal) => {
  const child = start({})
  const exited = once(child, 'close')
  const [firstLine] = (await once(createInterface(child.stdout), 'line')) as [string]
  const origin = /http:\/\/\S+/.exec(firstLine)?.[0]
  expect((await fetch(`${origin}/_sim/health`)).status).toBe(200)
  child.kill(signal)
  expect(await exited).toEqual([0, null])
})

test('a wrong environment ends it with the reason and no stack', async () => {
  const child = start({ SIMULATOR_DAILY_LIMIT: 'ten' })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(said).toBe('SIMULATOR_DAILY_LIMIT must be a number of checks per day\n')
})
