// The token of the admin API, and whether the console's address contains it.
import { prepare } from '../../src/cli/prepare'

const FLAGS = { memory: true, data: 'unused' }
const prepareWith = (env: Record<string, string>) => prepare(FLAGS, env, () => undefined)

test('on loopback the console needs no token', async () => {
  expect(await prepareWith({})).toMatchObject({ consoleHash: '', options: { adminToken: undefined } })
})

test('on other addresses a token is generated and put into the console’s address', async () => {
  const { consoleHash, options } = await prepareWith({ SIMULATOR_ADMIN_HOST: '0.0.0.0' })
  expect(options.adminToken).toMatch(/^[\w-]{32}$/)
  expect(consoleHash).toBe(`#token=${options.adminToken}`)
})

test('a given token is used and not put into the console’s address', async () => {
  const token = 'a-token-of-my-own-making'
  const { consoleHash, options } = await prepareWith({ SIMULATOR_ADMIN_HOST: '0.0.0.0', SIMULATOR_ADMIN_TOKEN: token })
  expect([options.adminToken, consoleHash]).toEqual([token, '#token=<SIMULATOR_ADMIN_TOKEN>'])
})
