// What should not have happened: the platform's own "系统异常", with a trace id, and a word to the operator.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Koa from 'koa'
import { internalErrors } from '../../src/http/internal-errors'
import type { CarrierState } from '../../src/http/line'

const BROKEN = new Error('the disk is full')

let server: Server
const heard: unknown[][] = []

async function brokenCall(call: CarrierState['call']): Promise<string> {
  const app = new Koa<CarrierState>()
  app.use(async (ctx, next) => {
    ctx.state.call = call
    ctx.state.exchange = { trace: { id: 'f'.repeat(32), handset: null } } as CarrierState['exchange']
    await next()
    ctx.set('x-outcome', `${ctx.state.outcome?.outerCode}/${ctx.state.outcome?.innerCode}`)
  })
  app.use(internalErrors((...about) => heard.push(about)))
  app.use(() => {
    throw BROKEN
  })
  server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

afterEach(() => {
  heard.length = 0
  server.close()
})

test.each([
  ['getMobile', 500, '500'],
  ['getToken', 200, '999999'],
  ['verify', 200, '999999'],
] as const)('%s answers 999999 in its own shape', async (call, status, outerCode) => {
  const response = await fetch(await brokenCall(call))
  const { header, body } = (await response.json()) as Record<string, Record<string, string>>
  expect([response.status, header?.resultCode, body?.innerCode]).toEqual([status, outerCode, '999999'])
  expect(response.headers.get('x-outcome')).toBe(`${outerCode}/999999`)
  expect(heard).toEqual([[BROKEN, 'f'.repeat(32)]])
})

test('the answer does not repeat the error', async () => {
  const response = await fetch(await brokenCall('verify'))
  expect(await response.text()).not.toContain('disk')
})
