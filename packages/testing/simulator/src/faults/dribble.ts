// A body that comes piece by piece.
import type { LineContext } from '../http/line'
import { bytesOf } from './body'
import type { Wait } from './life'

/** As many pieces as a slow body comes in, if it has that many bytes. */
const PIECES = 20

export interface Dribbling {
  readonly slowBodyMs: number
  readonly wait: Wait
  /** Aborts when nobody wants the rest any more. */
  readonly life: AbortSignal
}

/**
 * Takes the answer out of Koa's hands, headers and all. The first piece comes after a pause, like the others, so that
 * whatever stands around this middleware has said its headers by then.
 */
export function dribble(ctx: LineContext, dribbling: Dribbling): void {
  const bytes = bytesOf(ctx.body)
  if (bytes.length === 0 || ctx.method === 'HEAD') return
  // An image that was cut claims more than it has.
  ctx.length = ctx.length ?? bytes.length
  ctx.respond = false
  void writeAll(ctx, bytes, dribbling)
}

async function writeAll({ res }: LineContext, bytes: Buffer, { slowBodyMs, wait, life }: Dribbling): Promise<void> {
  const pieces = Math.min(PIECES, bytes.length)
  const end = (piece: number) => Math.floor((piece * bytes.length) / pieces)
  for (let piece = 0; piece < pieces; piece += 1) {
    await wait(slowBodyMs / pieces, life)
    if (life.aborted) return void res.destroy()
    res.write(bytes.subarray(end(piece), end(piece + 1)))
  }
  res.end()
}
