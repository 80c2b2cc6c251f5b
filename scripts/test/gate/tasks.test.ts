import { CHECKS, planStages, TESTS } from '../../gate/tasks'

const WITH_PROGRAMS = Object.keys(TESTS)
const WITHOUT_PROGRAMS = WITH_PROGRAMS.filter((task) => task !== 'test:services')

test.each([
  ['with', WITH_PROGRAMS],
  ['without', WITHOUT_PROGRAMS],
])('%s the tests that need programs, every task runs once', (_, tests) => {
  const planned = planStages(tests).flatMap((stage) => stage.flatMap(({ tasks }) => tasks))
  expect([...planned].sort()).toEqual([...Object.keys(CHECKS), ...tests].sort())
})

test.each([
  ['with', WITH_PROGRAMS],
  ['without', WITHOUT_PROGRAMS],
])('%s them, the browser tests start as soon as everything is built, and three tasks run at a time', (_, tests) => {
  const [builds = [], long = []] = planStages(tests)
  expect(builds.map(({ concurrency }) => concurrency)).toEqual([3])
  expect(long[0]?.tasks).toContain('test:e2e')
  expect(long[0]?.concurrency).toBe(long[0]?.tasks.length)
  expect(long.reduce((sum, { concurrency }) => sum + concurrency, 0)).toBe(3)
})
