import { createFetchHandler } from '../../src/fetch'
import { type Business, createSession, NOON, OPTIONS, startBusiness } from '../support/business'

const SIGN = 'https://shop.example.com/api/local-number/sign'

const lines: object[] = []
const at = (level: string) => (fields: object) => void lines.push({ level, ...fields })
const log = { info: at('info'), warn: at('warn'), error: at('error') }

let business: Business

beforeEach(async () => {
  business = await startBusiness({ log })
  lines.length = 0
})

afterEach(() => business.stop())

const createRequest = (init: RequestInit = {}) =>
  new Request(SIGN, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}', ...init })

const signRequest = { edition: 'httpsH5', consent: { version: '2026-01' }, session: createSession() }

test('a handler can be created from the server’s options', async () => {
  const handle = createFetchHandler({ ...OPTIONS, editions: ['httpsH5'], now: () => NOON })
  const response = await handle(createRequest({ body: JSON.stringify(signRequest) }))
  expect([response?.status, await response?.json()]).toMatchObject([200, { sign: expect.any(String) }])
})

test('unusable options are refused when the handler is created', () => {
  expect(() => createFetchHandler({} as never)).toThrow(expect.objectContaining({ code: 'optionUnusable' }))
})

test('a caller that does not know the client’s address gives none', async () => {
  const sign = jest.spyOn(business.server, 'sign')
  await createFetchHandler(business.server)(createRequest())
  expect(sign.mock.lastCall?.[1]).toMatchObject({ traceId: expect.any(String), address: undefined, origin: undefined })
})

test('a body that the app has read is the app’s mistake, and the log says so', async () => {
  const request = createRequest()
  await request.text()
  const response = await createFetchHandler(business.server)(request)
  expect([response?.status, await response?.json()]).toMatchObject([500, { code: 'internal' }])
  expect(lines).toMatchObject([
    { level: 'error', err: { message: 'the body was read before: mount the API in front of what reads it' } },
  ])
})

test('a body that ends too early is refused, and logged as info', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('the client is gone')) })
  // A body that is sent while it is made needs `duplex`, which the types do not have.
  const response = await createFetchHandler(business.server)(createRequest({ body, duplex: 'half' } as RequestInit))
  expect([response?.status, await response?.json()]).toMatchObject([400, { code: 'httpMalformed' }])
  expect(lines).toMatchObject([{ level: 'info', code: 'httpMalformed' }])
})
