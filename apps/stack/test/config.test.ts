import { readStackConfig } from '../src/config'

test('the ports have defaults, and an empty variable counts as not set', () => {
  expect(readStackConfig({ DEMO_PORT: '' })).toMatchObject({
    SIMULATOR_PORT: 7000,
    BACKEND_PORT: 3000,
    DEMO_PORT: 8080,
    HOST: '127.0.0.1',
  })
})

test('every wrong variable is reported at once, by name', () => {
  expect(() => readStackConfig({ DEMO_PORT: 'eighty', BACKEND_PORT: '99999' })).toThrow(
    /BACKEND_PORT must be a port.*\n.*DEMO_PORT must be a port/,
  )
})

test('values of variables are trimmed', () => {
  expect(readStackConfig({ SIMULATOR_PORT: '7000 ', BACKEND_PORT: ' 3001' })).toMatchObject({
    SIMULATOR_PORT: 7000,
    BACKEND_PORT: 3001,
  })
})

test.each([
  [
    { SIMULATOR_HANDSET_PORT: '25003', BACKEND_PORT: '25004' },
    'SIMULATOR_HANDSET_PORT leads to the handset ports 25003 to 25013, and BACKEND_PORT is 25004: give each its own port',
  ],
  [{ DEMO_PORT: '3000' }, 'DEMO_PORT is 3000, and BACKEND_PORT is 3000: give each its own port'],
  [
    { SIMULATOR_ADMIN_PORT: '7000', SIMULATOR_TEST_LINE_PORT: '7000' },
    'SIMULATOR_TEST_LINE_PORT is 7000, and SIMULATOR_PORT is 7000: give each its own port',
  ],
])('a clash of our own ports is reported before anything listens: %j', (env, problem) => {
  expect(() => readStackConfig(env)).toThrow(problem)
})

test('ports next to the handset ports do not clash, and free ports never do', () => {
  for (const BACKEND_PORT of ['7009', '7021', '0']) readStackConfig({ BACKEND_PORT, DEMO_PORT: '0' })
})
