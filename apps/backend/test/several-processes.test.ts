// Processes of the built service on one machine share one file: whichever a request reaches, the login goes on.
import { createPreSign } from '../../../packages/server/test/support/business'
import { type BackendProcesses, createBackendProcesses, logInAtRandom } from './support/processes'

let processes: BackendProcesses

beforeEach(async () => {
  processes = await createBackendProcesses('sqlite')
})

afterEach(() => processes.endAll())

test('two processes behind a random balancer lose none of 200 logins', async () => {
  const backends = await Promise.all([processes.start(), processes.start()])
  expect(await logInAtRandom(backends, 200)).toEqual(Array.from({ length: 200 }, () => 'verified'))
})

test('after kill -9, an attempt goes on, and neither it nor its pre-sign serves another request', async () => {
  const preSign = createPreSign(Date.now())
  const first = await processes.start()
  const { attemptId } = await first.sign(preSign)
  await first.kill()
  const second = await processes.start()
  expect(await second.sign(preSign)).toMatchObject({ code: 'preSignReplayed' })
  expect(await second.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  await second.kill()
  const third = await processes.start()
  expect(await third.verify(attemptId)).toMatchObject({ outcome: 'verified' })
  expect(await third.verify(attemptId, '13912345678')).toMatchObject({ code: 'attemptSpent' })
  expect(processes.platform.requests).toHaveLength(1)
})
