import { getRequestListener } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { createFetchHandler } from '../../../src/fetch'
import { answerOwn, listen, type StartHost } from './host'

export const startHono: StartHost = (server) => {
  const handle = createFetchHandler(server)
  const app = new Hono()
  app.use(async (c, next) => (await handle(c.req.raw, getConnInfo(c).remote)) ?? next())
  app.post('/own', async (c) => c.json(answerOwn(await c.req.json())))
  return listen(getRequestListener(app.fetch))
}
