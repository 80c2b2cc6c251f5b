import { readStackConfig } from '../src/config'

test('the ports have defaults, and an empty variable counts as not set', () => {
  expect(readStackConfig({ DEMO_PORT: '' })).toMatchObject({
    SIMULATOR_PORT: 7000,
    BACKEND_PORT: 3000,
    DEMO_PORT: 8080,
    HOST: '127.0.0.1',
  })
})

test('everything that is wrong is said at once, with the variables’ names', () => {
  expect(() => readStackConfig({ DEMO_PORT: 'eighty', BACKEND_PORT: '99999' })).toThrow(
    /BACKEND_PORT must be a port.*\n.*DEMO_PORT must be a port/,
  )
})
