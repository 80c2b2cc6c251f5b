// Which servers are refused at the start, by what they say of themselves. With a real one: `redis.services.test.ts`.
import { requireSuitable } from '../../../src/stores/redis/require-suitable'

/** A Redis that says this in INFO, whatever the section. */
const check = (info: string) => requireSuitable({ info: async () => info })

describe('a Redis', () => {
  it.each(['2.8.24', '5.0.14', '6.0.16', '6.1.240'])(
    'of version %s is refused, with the version it needs',
    async (version) => {
      await expect(check(`# Server\r\nredis_version:${version}\r\nredis_mode:standalone\r\n`)).rejects.toMatchObject({
        code: 'storeUnusable',
        detail: `Redis ${version} is too old: use 6.2 or later`,
      })
    },
  )

  it.each(['6.2.0', '6.10.1', '7.0.15', '10.0.0', '255.255.255'])('of version %s is suitable', async (version) => {
    await expect(check(`# Server\r\nredis_version:${version}\r\n`)).resolves.toBeUndefined()
  })

  it.each(['', '# Server\r\n', 'redis_version:\r\n', 'redis_version:hidden\r\n'])(
    'behind a proxy that hides its version, %j, is trusted',
    async (info) => {
      await expect(check(info)).resolves.toBeUndefined()
    },
  )
})
