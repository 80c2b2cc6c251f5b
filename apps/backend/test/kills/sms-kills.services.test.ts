// The same over Redis, with more kills.
import { createRedisServers } from '../../../../packages/server/test/support/redis-servers'
import { describeSmsKills } from './support/describe-sms-kills'

const redis = createRedisServers()

describeSmsKills(async () => (await redis.start()).address, Number(process.env.KILLS ?? 10))

afterAll(() => redis.endAll())
