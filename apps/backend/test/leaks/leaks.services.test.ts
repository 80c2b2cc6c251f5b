// No number, token or key in logs, answers, URLs, and the dump of a Redis without a log of commands (AOF).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRedisServers } from '../../../../packages/server/test/support/redis-servers'
import { createBackendProcesses } from '../support/processes'
import { STORE_PASSWORD } from './support/canaries'
import { describeLeaks } from './support/describe-leaks'

const redis = createRedisServers()

describeLeaks(async () => {
  // Compressed texts could not be searched.
  const { port, client } = await redis.start({ requirepass: STORE_PASSWORD, rdbcompression: 'no', appendonly: 'no' })
  const getSetting = async (name: string) => ((await client.config('GET', name)) as string[])[1] as string
  return {
    kind: `redis://:${STORE_PASSWORD}@127.0.0.1:${port}`,
    files: ['dump'],
    async read() {
      await client.save()
      return { dump: readFileSync(join(await getSetting('dir'), await getSetting('dbfilename'))) }
    },
    async fail(failure) {
      if (failure === 'broken') {
        await client.acl('SETUSER', 'default', '-evalsha', '-eval')
        return async () => void (await client.acl('SETUSER', 'default', '+@all'))
      }
      await client.config('SET', 'maxmemory', '1')
      return async () => void (await client.config('SET', 'maxmemory', '0'))
    },
    async plant(all) {
      await Promise.all(all.map((bytes, place) => client.set(`planted:${place}`, bytes)))
    },
  }
})

test('a process that does not reach its Redis says nothing of the password', async () => {
  const lost = await createBackendProcesses(`redis://:${STORE_PASSWORD}@127.0.0.1:1`)
  await expect(lost.start()).rejects.toThrow(/^(?!.*password-).*the store cannot be opened/s)
  await lost.endAll()
})

afterAll(() => redis.endAll())
