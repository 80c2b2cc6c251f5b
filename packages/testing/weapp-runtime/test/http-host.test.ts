import { httpHost } from '../src'
import { eventually } from './support/run'
import { startServer, type TestServer } from './support/server'

let server: TestServer
beforeEach(async () => {
  server = await startServer(({ url }, response) => {
    if (url !== '/held') response.setHeader('set-cookie', ['a=1', 'b=2']).end('said')
  })
})
afterEach(() => server.close())

const request = (path: string) => ({
  id: 1,
  url: server.url + path,
  method: 'GET',
  headers: { 'x-own': 'v' },
  body: null,
})

test('a request gives status, headers, body and cookies', async () => {
  const answer = await httpHost().request(request('/'))
  expect(answer).toMatchObject({ status: 200, body: 'said', cookies: ['a=1', 'b=2'] })
  expect(server.asked[0]?.headers).toMatchObject({ 'x-own': 'v' })
})

test('an aborted request rejects; aborting one that is over does nothing', async () => {
  const host = httpHost()
  const held = host.request(request('/held'))
  await eventually(() => expect(server.asked).toHaveLength(1))
  host.abort(1)
  await expect(held).rejects.toThrow()
  host.abort(1)
})

test('cloud functions get and give JSON', async () => {
  const host = httpHost({ echo: (data) => ({ data, gone: undefined, at: new Date(0) }) })
  expect(await host.callFunction('echo', { n: 1, none: undefined })).toEqual({
    data: { n: 1 },
    at: '1970-01-01T00:00:00.000Z',
  })
  await expect(host.callFunction('none', {})).rejects.toThrow('FunctionName parameter could not be found: none')
})
