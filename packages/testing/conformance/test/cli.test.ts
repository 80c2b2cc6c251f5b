// The command as a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const SOURCES = ['--conditions=@local-number/source', '--import', pathToFileURL(require.resolve('tsx')).href]

const run = (...args: readonly string[]) => runIn(process.cwd(), ...args)

function runIn(cwd: string, ...args: readonly string[]) {
  const command = [...SOURCES, join(__dirname, '../src/cli.ts'), ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd, encoding: 'utf8' })
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

test('paths of a client SDK are told whole', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'client-sdk-of-somebody-with-a-long-name-')))
  const none = join('distribution', 'mini-program', 'none.mjs')
  const broken = join(folder, 'broken.mjs')
  writeFileSync(broken, `import './lib/none.mjs'`)
  const missing = runIn(folder, '--client', none)
  const unloadable = run('--client', broken)
  rmSync(folder, { recursive: true })
  expect(missing).toEqual({
    status: 2,
    stdout: '',
    stderr: `error: no file is at the path given to --client, seen from ${folder}: ${none}\n`,
  })
  expect(unloadable.stderr).toContain(`error: the module ${broken} cannot be loaded: `)
  expect(unloadable.stderr).toContain(join(folder, 'lib', 'none.mjs'))
}, 60_000)
