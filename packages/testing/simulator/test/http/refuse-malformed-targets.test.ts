// A request target that is no URL is the client's mistake on every port, not an error of the simulator.
import { Wire } from '../fuzz/support/wire'
import { startTestSimulator } from '../support/start'

const ORIGINS = ['origin', 'testLineOrigin', 'adminOrigin'] as const

describe.each(ORIGINS)('at the %s', (name) => {
  test.each(['http://', 'http://[', 'http://[::1', 'http://a b/', 'https://%', 'http://]/_sim/state'])(
    'the request target %s is answered without an error of the simulator',
    async (target) => {
      const failures: unknown[] = []
      const simulator = await startTestSimulator({ onError: (error) => failures.push(error) })
      const wire = new Wire(simulator[name])
      const answer = await wire.send(Buffer.from(`GET ${target} HTTP/1.1\r\nhost: localhost\r\n\r\n`))
      wire.close()
      expect([String(answer?.status), failures]).toEqual([expect.stringMatching(/^4/), []])
    },
  )
})
