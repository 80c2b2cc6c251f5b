// No answer at all.
import type { LineContext } from './line'

/** Ends the caller's connection at once, so that its request fails as on a lost network. */
export function dropConnection(ctx: LineContext): void {
  ctx.respond = false
  ctx.req.socket.destroy()
}
