// What `npm start` does before it builds, in the process that it runs.
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { listen } from '@local-number/service-kit'
import { FREE_PORTS } from './support/free-ports'

const ROOT = join(__dirname, '../../..')
const COMMAND = ['--conditions=@local-number/source', '--import', 'tsx', 'apps/stack/src/check-ports-main.ts']

function checkPorts(env: Readonly<Record<string, string>>) {
  const { status, stderr } = spawnSync(process.execPath, COMMAND, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, ...FREE_PORTS, ...env },
  })
  return { status, stderr }
}

test('free ports are no problem', () => {
  expect(checkPorts({})).toEqual({ status: 0, stderr: '' })
})

test('a port that another program uses ends the start, with the variable that changes it', async () => {
  const { port, close } = await listen(createServer(), { host: '127.0.0.1', port: 0, portSetting: 'PORT' })
  expect(checkPorts({ DEMO_PORT: String(port) })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(new RegExp(`port ${port} on 127.0.0.1 is taken.*DEMO_PORT`)),
  })
  await close()
})

test('a port that two services would open ends the start', () => {
  const { status, stderr } = checkPorts({ BACKEND_PORT: '25003', SIMULATOR_PORT: '25003' })
  expect(status).toBe(1)
  expect(stderr).toContain('BACKEND_PORT is 25003, and SIMULATOR_PORT is 25003')
})
