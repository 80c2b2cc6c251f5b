// The command as a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const SOURCES = ['--conditions=@local-number/source', '--import', 'tsx']

function run(...args: readonly string[]) {
  const cli = join(__dirname, '../src/cli.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [...SOURCES, cli, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

test('its exit code is the command’s, and errors go to standard error', () => {
  const { status, stdout, stderr } = run('--platform', 'nowhere')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('--platform wants an address')
}, 30_000)

test('what it is asked for goes to standard output', () => {
  const { status, stdout } = run('--list')
  expect(status).toBe(0)
  expect(stdout).toContain('platform @login_000_own_number')
}, 30_000)

test('a client SDK that ends the process fails, and one with an open timer keeps nobody waiting', () => {
  const folder = mkdtempSync(join(tmpdir(), 'client-sdk-'))
  const sdk = `console.log('loaded'); setInterval(() => {}, 1000)
    const end = () => process.exit(0)
    export default { getConnection: end, getImgSrc: end, getSign: () => '', getTokenInfo() {} }`
  writeFileSync(join(folder, 'sdk.mjs'), sdk)
  const only = ['--only', '@sdk_presign_shape', '@sdk_connection_async']
  const { status, stdout } = run('--client', join(folder, 'sdk.mjs'), ...only)
  rmSync(folder, { recursive: true })
  expect(status).toBe(1)
  expect(stdout).toContain('ended the process')
  expect(stdout).not.toContain('loaded')
  expect(stdout).toContain('0 passed, 2 failed\n')
}, 60_000)
