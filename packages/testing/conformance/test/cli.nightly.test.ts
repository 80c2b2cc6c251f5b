// The built command as a process.
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBuiltCommand } from './support/built-command'

const folders: string[] = []

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function createFolder(name: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)))
  folders.push(folder)
  return folder
}

test('wrong usage sets the exit code and prints to standard error', () => {
  const { status, stdout, stderr } = runBuiltCommand(['--platform', 'nowhere'])
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain('--platform must be an address')
})

test('results go to standard output', () => {
  const { status, stdout } = runBuiltCommand(['--list'])
  expect(status).toBe(0)
  expect(stdout).toContain('platform @login_000_own_number')
})

test('a client SDK that ends the process fails, and one with an open timer does not delay the end', () => {
  const folder = createFolder('client-sdk-')
  const sdk = `console.log('loaded'); setInterval(() => {}, 1000)
    const end = () => process.exit(0)
    export default { getConnection: end, getImgSrc: end, getSign: () => '', getTokenInfo() {} }`
  writeFileSync(join(folder, 'sdk.mjs'), sdk)
  const only = ['--only', '@sdk_presign_shape', '@sdk_connection_async']
  const { status, stdout } = runBuiltCommand(['--client', join(folder, 'sdk.mjs'), ...only])
  expect(status).toBe(1)
  expect(stdout).toContain('ended the process')
  expect(stdout).not.toContain('loaded')
  expect(stdout).toContain('0 passed, 2 failed\n')
})

test('error messages show paths of a client SDK in full', () => {
  const folder = createFolder('client-sdk-with-a-long-path-')
  const none = join('distribution', 'mini-program', 'none.mjs')
  const broken = join(folder, 'broken.mjs')
  writeFileSync(broken, `import './lib/none.mjs'`)
  expect(runBuiltCommand(['--client', none], folder)).toEqual({
    status: 2,
    stdout: '',
    stderr: `error: there is no file at the path given to --client, relative to ${folder}: ${none}\n`,
  })
  const { stderr } = runBuiltCommand(['--client', broken])
  expect(stderr).toContain(`error: the module ${broken} cannot be loaded: `)
  expect(stderr).toContain(join(folder, 'lib', 'none.mjs'))
})
