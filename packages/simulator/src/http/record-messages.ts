// Hands a record of every carrier call to whoever listens.
import type { MessageListener } from '../messages'
import type { Platform } from '../platform/platform'
import type { LineMiddleware } from './line'

export function recordMessages({ line, now }: Platform, listener: MessageListener): LineMiddleware {
  return async (ctx, next) => {
    const started = performance.now()
    await next()
    const { message, handset } = ctx.state
    if (!message) return
    const sender = message.call === 'verify' ? null : (handset?.id ?? null)
    listener({ at: now(), line, handset: sender, ...message, ms: performance.now() - started })
  }
}
