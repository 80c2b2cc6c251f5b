import { createHttpHost } from '../src'
import { waitFor } from './support/run'
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

test('a request resolves to status, headers, body and cookies', async () => {
  const answer = await createHttpHost().request(request('/'))
  expect(answer).toMatchObject({ status: 200, body: 'said', cookies: ['a=1', 'b=2'] })
  expect(server.requests[0]?.headers).toMatchObject({ 'x-own': 'v' })
})

test('an aborted request rejects, and aborting one that has ended does nothing', async () => {
  const host = createHttpHost()
  const held = host.request(request('/held'))
  await waitFor(() => expect(server.requests).toHaveLength(1))
  host.abort(1)
  await expect(held).rejects.toThrow()
  host.abort(1)
})

test('data and result of cloud functions are JSON', async () => {
  const host = createHttpHost({ echo: (data) => ({ data, gone: undefined, at: new Date(0) }) })
  expect(await host.callFunction('echo', { n: 1, none: undefined })).toEqual({
    data: { n: 1 },
    at: '1970-01-01T00:00:00.000Z',
  })
  await expect(host.callFunction('none', {})).rejects.toThrow('FunctionName parameter could not be found: none')
})
