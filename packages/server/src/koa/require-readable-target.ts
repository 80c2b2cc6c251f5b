// 400 for a request target that is no URL, such as `http://[`: whoever reads the path of its context gets an exception.
import { ServerError } from '../errors'
import type { LocalNumberMiddleware } from './state'

export const requireReadableTarget: LocalNumberMiddleware = (ctx, next) => {
  try {
    void ctx.path
  } catch {
    throw new ServerError('httpMalformed')
  }
  return next()
}
