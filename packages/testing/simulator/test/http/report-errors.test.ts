// Unexpected errors: the answer has a trace id, and the operator gets the error with the same id.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PATHS } from '@local-number/protocol'
import Koa from 'koa'
import { initState, type LineState } from '../../src/http/context'
import { reportErrors } from '../../src/http/report-errors'
import { startTestSimulator } from '../support/start'

const BROKEN = new Error('the disk is full')

test('an error is answered with a 500 and a trace id, without its message', async () => {
  const reported: unknown[][] = []
  const app = new Koa<LineState>()
  app.use(initState)
  app.use(reportErrors((...about) => reported.push(about)))
  app.use(() => {
    throw BROKEN
  })
  const server = createServer(app.callback())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const traceId = response.headers.get('x-trace-id')
  expect([response.status, traceId]).toEqual([500, expect.stringMatching(/^[0-9a-f]{32}$/)])
  const body = await response.text()
  expect(JSON.parse(body)).toEqual({
    code: 'internalError',
    message: expect.stringContaining(traceId ?? ''),
    fields: [],
  })
  expect(body).not.toContain('disk')
  expect(reported).toEqual([[BROKEN, traceId]])
  server.close()
})

test.each([
  ['GET', PATHS.getMobile],
  ['POST', PATHS.getToken],
  ['POST', PATHS.verify],
])(
  'an error while an answered call is recorded is reported with its trace id, and the answer stands: %s %s',
  async (method, path) => {
    const reported: unknown[][] = []
    const simulator = await startTestSimulator({
      onMessage: () => {
        throw BROKEN
      },
      onError: (...about) => reported.push(about),
    })
    const response = await fetch(`${simulator.origin}${path}`, { method })
    expect(await response.json()).toMatchObject({ header: { resultCode: expect.stringMatching(/^(?:500|130032)$/) } })
    expect(response.headers.get('x-trace-id')).toBe(simulator.traces(1)[0]?.id)
    expect(reported).toEqual([[BROKEN, simulator.traces(1)[0]?.id]])
  },
)
