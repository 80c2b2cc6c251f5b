// Answers nothing.
import type { ParameterizedContext } from 'koa'

/** Ends the caller's connection at once, so that its request fails as on a lost network. */
export function dropConnection(ctx: ParameterizedContext): void {
  ctx.respond = false
  ctx.req.socket.destroy()
}
