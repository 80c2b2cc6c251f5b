import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keysMatch } from '@local-number/rsa'
import { ConfigError, loadConfig, prepareDemoKeys } from '../src'
import { environment } from './support/environment'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'demo-keys-'))
})

afterEach(() => rm(directory, { recursive: true }))

const { NODE_ENV, PORT, LOCAL_NUMBER_APP_ID, LOCAL_NUMBER_APP_KEY, LOCAL_NUMBER_PLATFORM_PUBLIC_KEY } = environment
const fromTheOpenPlatform = {
  NODE_ENV,
  PORT,
  LOCAL_NUMBER_APP_ID,
  LOCAL_NUMBER_APP_KEY,
  LOCAL_NUMBER_PLATFORM_PUBLIC_KEY,
}

describe('demo keys', () => {
  it('and the values of the open platform are all that development needs', async () => {
    const demo = await prepareDemoKeys(join(directory, 'new', 'folder'))
    const config = loadConfig({ ...demo.env, ...fromTheOpenPlatform })
    expect(keysMatch(config.server.customerPrivateKey, demo.customerPublicKey)).toBe(true)
  })

  it('are the same in the next run', async () => {
    expect(await prepareDemoKeys(directory)).toEqual(await prepareDemoKeys(directory))
  })

  it('are the same for processes that start at the same time', async () => {
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => prepareDemoKeys(directory)))
    expect(others).toEqual(Array(4).fill(first))
    expect(await readdir(directory)).toEqual(['demo-keys.json'])
  })

  it('are readable by their owner alone', async () => {
    await prepareDemoKeys(directory)
    expect((await stat(join(directory, 'demo-keys.json'))).mode & 0o777).toBe(0o600)
  })

  it('carry a mark, and production refuses each of them', async () => {
    const { env } = await prepareDemoKeys(directory)
    const file = await readFile(join(directory, 'demo-keys.json'), 'utf8')
    expect(Object.values(JSON.parse(file))).toEqual(Array(3).fill(expect.stringMatching(/^demo:/)))
    const load = () => loadConfig({ ...env, ...fromTheOpenPlatform, NODE_ENV: 'production' })
    expect(load).toThrow(ConfigError)
    for (const variable of Object.keys(env)) expect(load).toThrow(`${variable} holds a demo value`)
  })

  it('that cannot be kept fail with the variable that chooses another folder', async () => {
    const file = join(directory, 'file')
    await writeFile(file, '')
    for (const unusable of [file, join(file, 'folder')]) {
      await expect(prepareDemoKeys(unusable)).rejects.toMatchObject({
        code: 'demoKeysUnreadable',
        message: expect.stringMatching(/: set DATA_DIR to a folder that this user may write$/),
      })
    }
  })

  it.each(['not JSON', '{}', '{"LOCAL_NUMBER_HASH_SECRET":"x"}'])(
    'in a damaged file are refused with the remedy: %s',
    async (text) => {
      await writeFile(join(directory, 'demo-keys.json'), text)
      await expect(prepareDemoKeys(directory)).rejects.toMatchObject({
        code: 'demoKeysUnreadable',
        message: expect.stringContaining('delete it'),
      })
    },
  )
})
