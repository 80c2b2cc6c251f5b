// `kill -9` at random moments under load, with two processes over each store, and while the platform is being asked.
import { answerCode } from '../../../../packages/server/test/support/platform-stand-in'
import { createRedisServers } from '../../../../packages/server/test/support/redis-servers'
import { type BackendProcesses, createBackendProcesses } from '../support/processes'
import { describeKills } from './support/describe-kills'
import { KILL_VARIABLES, runKills } from './support/kill-run'

const redis = createRedisServers()

afterAll(() => redis.endAll())

/** The platform's time limit, and what the stores may take besides, in ms. */
const BUDGET_MS = 6_000

test('the same run finds what a store in memory loses', async () => {
  const processes = await createBackendProcesses('memory', KILL_VARIABLES)
  const { problems } = await runKills(processes, { backends: 1, kills: 1 })
  await processes.endAll()
  expect(problems).toContainEqual(expect.stringMatching(/^a verdict changed/))
  expect(problems).toContainEqual(expect.stringMatching(/^a pre-sign was signed again/))
})

describe.each([
  ['SQLite', async () => 'sqlite'],
  ['Redis', async () => (await redis.start()).address],
])('with the store in %s', (_, openStore) => {
  describeKills({ openStore, backends: 2, kills: 20 })

  describe('an attempt whose process is killed while it asks the platform', () => {
    let processes: BackendProcesses

    beforeEach(async () => {
      processes = await createBackendProcesses(await openStore())
    })

    afterEach(() => processes.endAll())

    test.each([
      ['before the platform has answered', false],
      ['with the answer on its way', true],
    ])('%s: another process says answerLost after its budget, and asks nothing', async (_moment, answers) => {
      const { platform, start } = processes
      const [first, second] = await Promise.all([start(), start()])
      const asked = new Promise<void>((resolve) => {
        platform.answerWith(async (message, response) => {
          // The process is stopped: what the platform says stays in its socket.
          first.send('SIGSTOP')
          if (answers) await answerCode('000')(message, response)
          resolve()
        })
      })
      const { attemptId } = await first.sign()
      const lost = first.verify(attemptId)
      const began = Date.now()
      await asked
      await Promise.all([expect(lost).rejects.toThrow(), first.kill()])
      expect(await second.verify(attemptId)).toMatchObject({ outcome: 'unavailable', code: 'answerLost' })
      expect(Date.now() - began).toBeGreaterThanOrEqual(BUDGET_MS)
      expect(await second.verify(attemptId)).toMatchObject({ outcome: 'unavailable', code: 'answerLost' })
      expect(platform.requests).toHaveLength(1)
    })
  })
})
