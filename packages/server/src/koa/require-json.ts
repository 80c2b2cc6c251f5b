// 415 for anything but JSON: a page of another site can post a form without a preflight request, but not JSON.
import { ServerError } from '../errors'
import type { LocalNumberMiddleware } from './state'

export const requireJson: LocalNumberMiddleware = (ctx, next) => {
  if (!ctx.is('application/json')) throw new ServerError('contentTypeNotJson')
  return next()
}
