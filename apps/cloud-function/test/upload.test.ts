// The uploaded folder runs without the workspace: only WeChat's SDK is beside it.
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serverEnvironment } from '../../../packages/server/test/support/environment'

const run = promisify(execFile)
const APP = join(__dirname, '..')
const TSUP = require.resolve('tsup/dist/cli-default.js')

/** The part of it that a refused request needs. */
const SDK = `
  const query = { get: async () => ({ data: [] }) }
  exports.DYNAMIC_CURRENT_ENV = Symbol('current')
  exports.init = ({ env }) => { if (env !== exports.DYNAMIC_CURRENT_ENV) throw new Error('another environment') }
  exports.database = () => ({ command: {}, collection: () => ({ where: () => query }) })
  exports.getWXContext = () => ({ OPENID: 'oAlice-of_this-app-1234567890' })
`

const CALL = `
  const body = { preSign: 'P', session: 'a'.repeat(32) }
  require('./index.js').main({ path: '/api/local-number/sign', body }, {}).then((answer) => console.log(JSON.stringify(answer)))
`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-function-'))
  await run(process.execPath, [TSUP, '--silent', '--out-dir', folder], { cwd: APP })
  const sdk = join(folder, 'node_modules/wx-server-sdk')
  await mkdir(sdk, { recursive: true })
  await writeFile(join(sdk, 'index.js'), SDK)
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

test('the uploaded folder holds the entry, the bundle and the files that WeChat reads', async () => {
  const files = (await readdir(folder)).filter((name) => name !== 'node_modules')
  expect(files.sort()).toEqual(['config.json', 'index.js', 'local-number.js', 'package.json'])
  const { main, dependencies, ...rest } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  expect({ main, dependencies }).toEqual({ main: 'index.js', dependencies: { 'wx-server-sdk': expect.any(String) } })
  // The platform loads CommonJS.
  expect(rest).not.toHaveProperty('type')
})

test('the uploaded function answers like the API with WeChat’s SDK as its only dependency', async () => {
  const { stdout } = await run(process.execPath, ['-e', CALL], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...serverEnvironment },
  })
  const answer = stdout.trim().split('\n').at(-1) ?? ''
  expect(JSON.parse(answer)).toMatchObject({ status: 403, body: { code: 'consentRequired' } })
})
