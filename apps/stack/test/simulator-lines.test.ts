// The lines that `npx @local-number/simulator` prints are an environment for the business server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Backend, loadConfig, prepareDemoKeys, startBackend } from '@local-number/backend'
import { Command } from '../../../packages/testing/simulator/test/support/command'
import { runLogin } from '../src/cli/run-login'

const folder = mkdtempSync(join(tmpdir(), 'local-number-lines-'))
let backend: Backend | null = null
afterAll(async () => {
  await backend?.close()
  rmSync(folder, { recursive: true })
})

test('a business server with the printed variables verifies a login', async () => {
  const simulator = await new Command(['--memory', '--port', '0']).waitUntilReady()
  // Like apps/backend in development: keys that are not set are created.
  const { env } = await prepareDemoKeys(folder)
  const pasted = { ...simulator.environment, HOST: '127.0.0.1', PORT: '0', NODE_ENV: 'test', LOG_LEVEL: 'silent' }
  backend = await startBackend(loadConfig(pasted, env))
  const phone = {
    carrierOrigin: simulator.findValue('gateway'),
    backendUrl: backend.url,
    appId: simulator.environment.LOCAL_NUMBER_APP_ID ?? '',
    wxappid: 'wx10a00cf000000000',
    consentVersion: '1',
    edition: 'image',
  } as const
  expect(await runLogin('13800138000', phone, () => undefined)).toMatchObject({ outcome: 'verified' })
  expect(await runLogin('13900139000', phone, () => undefined)).toMatchObject({ outcome: 'notThisNumber' })
}, 30_000)
