// NestJS on Express. Decorators are called as functions: the tests' compiler does not know them.
import 'reflect-metadata'
import {
  All,
  Body,
  Controller,
  HttpCode,
  type MiddlewareConsumer,
  Module,
  type NestModule,
  RequestMethod,
  type Type,
} from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { localNumber } from '../../../src/express'
import { answerOwn, type Host, type StartHost } from './host'

class OwnController {
  answer(body: unknown) {
    return answerOwn(body)
  }
}
Controller('own')(OwnController)
Body()(OwnController.prototype, 'answer', 0)
for (const decorate of [All(), HttpCode(200)]) {
  const own = Object.getOwnPropertyDescriptor(OwnController.prototype, 'answer')
  if (own) decorate(OwnController.prototype, 'answer', own)
}

/** In `main.ts`, which is in front of the body parser, whatever the global prefix is. */
export const startNest: StartHost = (server) => {
  class AppModule {}
  Module({ controllers: [OwnController] })(AppModule)
  return start(AppModule, (app) => {
    app.setGlobalPrefix('v1', { exclude: [{ path: 'own', method: RequestMethod.ALL }] })
    app.use(localNumber(server))
  })
}

/** In a module, which is behind the body parser. */
export const startNestConsumer: StartHost = (server) => {
  class AppModule implements NestModule {
    configure(consumer: MiddlewareConsumer) {
      consumer.apply(localNumber(server)).forRoutes('*splat')
    }
  }
  Module({ controllers: [OwnController] })(AppModule)
  return start(AppModule)
}

async function start(module: Type, change: (app: NestExpressApplication) => void = () => undefined): Promise<Host> {
  const app = await NestFactory.create<NestExpressApplication>(module, { logger: false })
  change(app)
  await app.listen(0, '127.0.0.1')
  const origin = await app.getUrl()
  return { send: (path, init) => fetch(`${origin}${path}`, init), close: () => app.close() }
}
