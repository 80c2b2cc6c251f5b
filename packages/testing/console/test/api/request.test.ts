// The admin API's answers, good and bad, over real HTTP.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ApiError, asking } from '../../src/api/request'

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
  asking(token)(url).catch((thrown: ApiError) => ({ ...thrown.problem, status: thrown.status }))

test('the token goes along as Bearer, and nothing does without one', async () => {
  await asking('secret')(origin)
  await asking(null)(origin)
  expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', undefined])
})

test('what the simulator refuses keeps its code and its words', async () => {
  const refusal = { code: 'keyMalformed', message: 'give base64 of its DER', fields: [] }
  answer = { status: 400, body: JSON.stringify(refusal) }
  expect(await failure(origin)).toEqual({ ...refusal, status: 400 })
})

test('an answer of something else is told from a refusal', async () => {
  answer = { status: 502, body: '<html>' }
  expect(await failure(origin)).toEqual({ outage: 'notJson', status: 502 })
  answer = { status: 500, body: '{"oops": 1}' }
  expect(await failure(origin)).toEqual({ outage: 'notJson', status: 500 })
})

test('a missing token is told from a wrong one', async () => {
  answer = { status: 401, body: '{"code": "tokenWanted", "message": "…"}' }
  expect(await failure(origin)).toEqual({ outage: 'unauthorized', status: 401 })
  expect(await failure(origin, 'guessed')).toEqual({ outage: 'wrongToken', status: 401 })
})

test('a simulator that is not there is told as such', async () => {
  expect(await failure('http://127.0.0.1:1')).toEqual({ outage: 'unreachable', status: 0 })
})

test('an answer without a body is nothing', async () => {
  answer = { status: 204, body: '' }
  expect(await asking(null)(origin, { method: 'DELETE' })).toBeUndefined()
})
