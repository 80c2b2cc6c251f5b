import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { findClient } from '../../src/client'
import { Unusable } from '../../src/unusable'

const METHODS = ['getConnection', 'getImgSrc', 'getSign', 'getTokenInfo']
const client = Object.fromEntries(METHODS.map((method) => [method, () => undefined]))

describe('findClient', () => {
  test.each([
    ['the default export', { default: client }],
    ['the export sdk', { sdk: client }],
    ['the namespace itself', { ...client }],
    ['the exports of a CommonJS module', { default: { sdk: client } }],
  ])('finds the client SDK in %s', (_where, module) => {
    expect(findClient(module).open({})).toMatchObject(client)
  })

  test('calls createSdk for every scenario with its wx', () => {
    const createSdk = jest.fn(({ wx }) => ({ ...client, wx }))
    const subject = findClient({ createSdk, sdk: client })
    const [first, second] = [{ phone: 1 }, { phone: 2 }]
    expect([subject.open(first), subject.open(second)]).toMatchObject([{ wx: first }, { wx: second }])
  })

  test.each([
    ['nothing', {}],
    ['an object with three of the four methods', { default: { ...client, getSign: undefined } }],
    ['null', { default: null }],
  ])('throws Unusable for a module that exports %s', (_what, module) => {
    expect(() => findClient(module)).toThrow(Unusable)
    expect(() => findClient(module)).toThrow('export createSdk({ wx })')
  })

  test('calls createHttpsSdk with the device, if the module exports it', () => {
    const createHttpsSdk = jest.fn((device) => ({ requestToken: () => device }))
    const subject = findClient({ default: client, createHttpsSdk })
    const browser = {}
    subject.openHttps?.({ browser })
    expect(createHttpsSdk).toHaveBeenCalledWith({ browser })
    expect(findClient({ default: client })).not.toHaveProperty('openHttps')
    const broken = findClient({ default: client, createHttpsSdk: () => ({}) })
    expect(() => broken.openHttps?.({ wx: {} })).toThrow('must return an object with requestToken')
  })

  test('reports a createSdk that throws or is async', async () => {
    const throws = () => {
      throw new Error('no wx.login')
    }
    expect(() => findClient({ createSdk: throws }).open({})).toThrow('createSdk({ wx }) threw: no wx.login')
    expect(() => findClient({ createSdk: async () => client }).open({})).toThrow('it must not be async')
  })

  test('throws Unusable if createSdk returns no client SDK', () => {
    expect(() => findClient({ createSdk: () => ({}) }).open({})).toThrow(Unusable)
  })
})

test('ES modules and CommonJS modules are loaded, and modules that cannot be loaded are reported with their path', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'client-sdk-')))
  try {
    const object = `{ ${METHODS.map((method) => `${method}() {}`).join(', ')} }`
    await writeFile(join(folder, 'es module.mjs'), `export default ${object}`)
    await writeFile(join(folder, 'common.cjs'), `module.exports = ${object}`)
    await writeFile(join(folder, 'broken.mjs'), `import './lib/none.mjs'`)
    const files = ['es module.mjs', 'common.cjs', 'broken.mjs', 'none.mjs', '.', join(folder, 'none.mjs')]
    await expect(loadInNode(folder, files)).resolves.toEqual([
      'function',
      'function',
      expect.stringMatching(/^Unusable: the module .*broken\.mjs cannot be loaded: .*lib.none\.mjs/),
      `Unusable: there is no file at the path given to --client, relative to ${folder}: none.mjs`,
      `Unusable: there is no file at the path given to --client, relative to ${folder}: .`,
      `Unusable: there is no file at the path given to --client: ${join(folder, 'none.mjs')}`,
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Loads the files in another process, because Jest replaces Node's module loader. */
async function loadInNode(folder: string, files: readonly string[]): Promise<unknown> {
  const source = pathToFileURL(join(__dirname, '../../src/client/load.ts')).href
  const script = `
    import { loadClient } from ${JSON.stringify(source)}
    const loaded = ${JSON.stringify(files)}.map((file) =>
      loadClient(file).then((subject) => typeof subject.open({}).getSign, String))
    console.log(JSON.stringify(await Promise.all(loaded)))`
  await writeFile(join(folder, 'run.mts'), script)
  const node = ['--conditions=@local-number/source', '--import', pathToFileURL(require.resolve('tsx')).href]
  const { stdout } = await promisify(execFile)(process.execPath, [...node, 'run.mts'], { cwd: folder })
  return JSON.parse(stdout)
}
