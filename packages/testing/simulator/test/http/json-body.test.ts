// Bodies that cannot be read do not block their connection.
import { PATHS } from '@local-number/protocol'
import { toRequestBytes } from '../fuzz/support/requests'
import { Wire } from '../fuzz/support/wire'
import { post } from '../support/phone'
import { startTestSimulator } from '../support/start'

test.each(['gzip', 'deflate', 'br'])(
  'after a large body that is not %s as it claims, the next request is answered',
  async (encoding) => {
    const simulator = await startTestSimulator()
    const wire = new Wire(simulator.origin)
    const headers = [['content-type', 'application/json']] as const
    const claimed = [...headers, ['content-encoding', encoding]] as const
    const shot = { method: 'POST', target: PATHS.getToken, framing: 'length' } as const
    for (let round = 0; round < 3; round += 1) {
      const refused = await wire.send(toRequestBytes({ ...shot, headers: claimed, body: Buffer.alloc(900_000, 'a') }))
      expect(JSON.parse(String(refused?.body)).header.resultCode).toBe('130032')
      const next = await wire.send(toRequestBytes({ ...shot, headers, body: Buffer.from('{}') }))
      expect(JSON.parse(String(next?.body)).header.resultCode).toBe('130010')
    }
    wire.close()
  },
)

test('after a body of unknown length beyond the limit, the next request is answered', async () => {
  const simulator = await startTestSimulator()
  const wire = new Wire(simulator.origin)
  const shot = { method: 'POST', target: PATHS.getToken, headers: [['content-type', 'application/json']] } as const
  const long = { ...shot, framing: 'chunked', body: Buffer.alloc(4_000_000, '[') } as const
  expect((await wire.send(toRequestBytes(long)))?.status).toBe(200)
  expect((await wire.send(toRequestBytes({ ...shot, framing: 'length', body: Buffer.from('{}') })))?.status).toBe(200)
  wire.close()
})

test.each(['[', '{"a":'])('a body that is nested too deep for JSON.stringify is answered: %s', async (open) => {
  const failures: unknown[] = []
  const simulator = await startTestSimulator({ onError: (error) => failures.push(error) })
  const deep = `${open.repeat(100_000)}1${(open === '[' ? ']' : '}').repeat(100_000)}`
  const answer = await post(`${simulator.origin}${PATHS.getToken}`, `{"header":{"appId":${deep}},"body":{}}`)
  expect(answer.header.resultCode).toBe('130010')
  expect(simulator.traces(1)[0]?.exchanges[0]?.request.fields).toEqual([{ name: 'header.appId', value: '…' }])
  expect(failures).toEqual([])
})
