// Processes of the built service share one Redis, as those of several machines do.
import { createRedisServers } from '../../../packages/server/test/support/redis-servers'
import { type BackendProcesses, createBackendProcesses, logInAtRandom } from './support/processes'

const redis = createRedisServers()
let processes: BackendProcesses | undefined

afterEach(() => processes?.endAll())
afterAll(() => redis.endAll())

test('two processes behind a random balancer lose none of 200 logins', async () => {
  const { address } = await redis.start()
  processes = await createBackendProcesses(address)
  const backends = await Promise.all([processes.start(), processes.start()])
  expect(await logInAtRandom(backends, 200)).toEqual(Array.from({ length: 200 }, () => 'verified'))
})

test('while Redis is away, nothing is signed; when it is back, logins go on', async () => {
  const server = await redis.start()
  processes = await createBackendProcesses(server.address)
  const backend = await processes.start()
  const { attemptId } = await backend.sign()
  server.send('SIGSTOP')
  expect(await backend.sign()).toMatchObject({ code: 'overloaded' })
  expect(await backend.verify(attemptId)).toMatchObject({ code: 'overloaded' })
  expect(processes.platform.requests).toHaveLength(0)
  server.send('SIGCONT')
  expect(await logInAtRandom([backend], 20)).toEqual(Array.from({ length: 20 }, () => 'verified'))
})
