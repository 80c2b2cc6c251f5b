// 415 for anything but JSON: a page of another site can post a form without a preflight request, but not JSON.
import { ServerError } from '../errors'
import type { LocalNumberMiddleware } from './state'

export const requireJson: LocalNumberMiddleware = (ctx, next) => {
  // Without a body, `is` finds no type, although one was sent.
  if (ctx.is('application/json') === null && ctx.request.type === 'application/json') {
    throw new ServerError('requestMalformed', { detail: 'the body is missing' })
  }
  if (!ctx.is('application/json')) throw new ServerError('contentTypeNotJson')
  return next()
}
