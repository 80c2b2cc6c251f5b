// Answers and failures of the admin API over real HTTP.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiError, createSendRequest } from '../../src/api/request'

let server: Server
let origin: string
let asked: IncomingMessage[]
let answer: { status: number; body: string }

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request)
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  asked = []
  answer = { status: 200, body: '{}' }
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const failure = (url: string, token: string | null = null) =>
  createSendRequest(token)(url).catch((thrown: ApiError) => ({ ...thrown.problem, status: thrown.status }))

test('requests carry the admin token as a bearer token, and no authorization without one', async () => {
  await createSendRequest('secret')(origin)
  await createSendRequest(null)(origin)
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined])
})

test('a refusal of the simulator keeps its code, message and fields', async () => {
  const refusal = { code: 'keyMalformed', message: 'give base64 of its DER', fields: [] }
  answer = { status: 400, body: JSON.stringify(refusal) }
  expect(await failure(origin)).toEqual({ ...refusal, status: 400 })
})

test('an answer that is not of the admin API is reported as notJson', async () => {
  answer = { status: 502, body: '<html>' }
  expect(await failure(origin)).toEqual({ outage: 'notJson', status: 502 })
  answer = { status: 500, body: '{"oops": 1}' }
  expect(await failure(origin)).toEqual({ outage: 'notJson', status: 500 })
})

test('a missing token is reported as unauthorized, a wrong one as wrongToken', async () => {
  answer = { status: 401, body: '{"code": "tokenWanted", "message": "…"}' }
  expect(await failure(origin)).toEqual({ outage: 'unauthorized', status: 401 })
  expect(await failure(origin, 'guessed')).toEqual({ outage: 'wrongToken', status: 401 })
})

test('a simulator that does not answer is reported as unreachable', async () => {
  expect(await failure('http://127.0.0.1:1')).toEqual({ outage: 'unreachable', status: 0 })
})

test('an answer without a body resolves to undefined', async () => {
  answer = { status: 204, body: '' }
  expect(await createSendRequest(null)(origin, { method: 'DELETE' })).toBeUndefined()
})
