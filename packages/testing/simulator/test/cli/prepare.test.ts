// What a start is made of: whether the console's address carries a token.
import { prepare } from '../../src/cli/prepare'

const FLAGS = { memory: true, data: 'unused' }
const prepared = (env: Record<string, string>) => prepare(FLAGS, env, () => undefined)

test('on loopback the console wants no token', async () => {
  expect(await prepared({})).toMatchObject({ consoleHash: '', options: { adminToken: undefined } })
})

test('elsewhere one is made, and stands in the address', async () => {
  const { consoleHash, options } = await prepared({ SIMULATOR_ADMIN_HOST: '0.0.0.0' })
  expect(options.adminToken).toMatch(/^[\w-]{32}$/)
  expect(consoleHash).toBe(`#token=${options.adminToken}`)
})

test('one that was given is used and not repeated', async () => {
  const token = 'a-token-of-my-own-making'
  const { consoleHash, options } = await prepared({ SIMULATOR_ADMIN_HOST: '0.0.0.0', SIMULATOR_ADMIN_TOKEN: token })
  expect([options.adminToken, consoleHash]).toEqual([token, '#token=<SIMULATOR_ADMIN_TOKEN>'])
})
