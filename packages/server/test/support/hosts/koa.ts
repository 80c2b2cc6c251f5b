import { json } from 'node:stream/consumers'
import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import { localNumber } from '../../../src/koa'
import { answerOwn, listen, type StartHost } from './host'

export const startKoa =
  (options: ConstructorParameters<typeof Koa>[0] = {}): StartHost =>
  (server) => {
    const app = new Koa(options)
    app.use(localNumber(server).routes())
    app.use(async (ctx) => {
      if (ctx.path === '/own') ctx.body = answerOwn(await json(ctx.req))
    })
    return listen(app.callback())
  }

export const startKoaBehindParser: StartHost = (server) => {
  const app = new Koa()
  app.use(bodyParser())
  app.use(localNumber(server).routes())
  app.use((ctx) => {
    if (ctx.path === '/own') ctx.body = answerOwn(ctx.request.body)
  })
  return listen(app.callback())
}
