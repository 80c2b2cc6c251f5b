// What an app in Node may have done to a request before the API sees it.
import { text } from 'node:stream/consumers'
import Koa from 'koa'
import { localNumber } from '../../src/koa'
import { type Business, startBusiness } from '../support/business'
import { listen } from '../support/hosts/host'

const lines: unknown[] = []
const write = (fields: object, message: string) => void lines.push({ ...fields, message })

let business: Business

beforeEach(async () => {
  lines.length = 0
  business = await startBusiness({ log: { info: write, warn: write, error: write } })
})

afterEach(() => business.stop())

const JSON_BODY = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"preSign":""}' }

test('a body that the app has read and dropped is the app’s mistake, and the log says so', async () => {
  const app = new Koa()
  app.use(async (ctx, next) => {
    await text(ctx.req)
    return next()
  })
  app.use(localNumber(business.server).routes())
  const host = await listen(app.callback())
  const response = await host.send('/api/local-number/sign', JSON_BODY)
  expect([response.status, await response.json()]).toMatchObject([500, { code: 'internal' }])
  expect(lines).toMatchObject([
    { code: 'internal', err: { message: 'the body was read before: mount the API in front of what reads it' } },
  ])
  await host.close()
})
