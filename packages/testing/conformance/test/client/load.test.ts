import { execFile } from 'node:child_process'
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { clientOf } from '../../src/client'
import { Unusable } from '../../src/unusable'

const METHODS = ['getConnection', 'getImgSrc', 'getSign', 'getTokenInfo']
const client = Object.fromEntries(METHODS.map((method) => [method, () => undefined]))

describe('the client SDK of a module is', () => {
  test.each([
    ['its default export', { default: client }],
    ['its export sdk', { sdk: client }],
    ['its exports themselves', { ...client }],
    ['what a CommonJS module exports', { default: { sdk: client } }],
  ])('%s', (_where, module) => {
    expect(clientOf(module).open({})).toMatchObject(client)
  })

  test('what its createSdk makes of wx, a new one each time', () => {
    const createSdk = jest.fn(({ wx }) => ({ ...client, wx }))
    const subject = clientOf({ createSdk, sdk: client })
    const [first, second] = [{ phone: 1 }, { phone: 2 }]
    expect([subject.open(first), subject.open(second)]).toMatchObject([{ wx: first }, { wx: second }])
  })

  test.each([
    ['nothing', {}],
    ['an object with three of the four methods', { default: { ...client, getSign: undefined } }],
    ['null', { default: null }],
  ])('missed when it exports %s', (_what, module) => {
    expect(() => clientOf(module)).toThrow(Unusable)
    expect(() => clientOf(module)).toThrow('export createSdk({ wx })')
  })

  test('named as what it is when createSdk throws, or is async', async () => {
    const throws = () => {
      throw new Error('no wx.login')
    }
    expect(() => clientOf({ createSdk: throws }).open({})).toThrow('createSdk({ wx }) threw: no wx.login')
    expect(() => clientOf({ createSdk: async () => client }).open({})).toThrow('it must not be async')
  })

  test('missed when createSdk makes none', () => {
    expect(() => clientOf({ createSdk: () => ({}) }).open({})).toThrow(Unusable)
  })
})

test('a file is loaded as Node loads it, ES module or CommonJS, and one that cannot be is named', async () => {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'client-sdk-')))
  try {
    const object = `{ ${METHODS.map((method) => `${method}() {}`).join(', ')} }`
    await writeFile(join(folder, 'es module.mjs'), `export default ${object}`)
    await writeFile(join(folder, 'common.cjs'), `module.exports = ${object}`)
    await writeFile(join(folder, 'broken.mjs'), `import './lib/none.mjs'`)
    const files = ['es module.mjs', 'common.cjs', 'broken.mjs', 'none.mjs', '.', join(folder, 'none.mjs')]
    await expect(loadedByNode(folder, files)).resolves.toEqual([
      'function',
      'function',
      expect.stringMatching(/^Unusable: the module .*broken\.mjs cannot be loaded: .*lib.none\.mjs/),
      `Unusable: no file is at the path given to --client, seen from ${folder}: none.mjs`,
      `Unusable: no file is at the path given to --client, seen from ${folder}: .`,
      `Unusable: no file is at the path given to --client: ${join(folder, 'none.mjs')}`,
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** In a process of its own, because Jest loads modules in its own way. */
async function loadedByNode(folder: string, files: readonly string[]): Promise<unknown> {
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
