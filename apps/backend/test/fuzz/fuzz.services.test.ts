// Fuzzing of a process of the built service over Redis, with more inputs than the gate has time for.
import { createRedisServers } from '../../../../packages/server/test/support/redis-servers'
import { exchange, readStatuses } from '../support/exchange'
import { createBackendProcesses } from '../support/processes'
import { describeFuzz } from './support/properties'
import { FUZZ_VARIABLES, type FuzzTarget } from './support/target'

const redis = createRedisServers()
let target: FuzzTarget

async function start(): Promise<FuzzTarget> {
  const { address } = await redis.start()
  const processes = await createBackendProcesses(address, FUZZ_VARIABLES)
  const backend = await processes.start()
  target = {
    origin: backend.origin,
    platform: processes.platform,
    readLog: () => backend.output.split('\n'),
    close: () => processes.endAll(),
  }
  return target
}

describeFuzz(start, 5_000)

afterAll(() => redis.endAll())

test('requests that stop wherever they may hold their connections no longer than a request may take', async () => {
  const body = JSON.stringify({ session: 's'.repeat(200) })
  const head = 'POST /api/local-number/sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n'
  const whole = Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n${body}`)
  const stopped = Array.from({ length: whole.length - 1 }, (_, length) => whole.subarray(0, length + 1))
  const answers = await Promise.all(stopped.map((bytes) => exchange(target.origin, [bytes])))
  expect(new Set(answers.flatMap(readStatuses))).toEqual(new Set([408]))
})
