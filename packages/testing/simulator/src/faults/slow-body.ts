// Sends a body piece by piece.
import type { ParameterizedContext } from 'koa'
import { toBytes } from './body'
import type { Wait } from './lifetime'

const PIECES = 20

export interface SlowBodyOptions {
  /** Time for the whole body, in milliseconds. */
  readonly slowBodyMs: number
  readonly wait: Wait
  /** Aborts when the rest is not needed any more. */
  readonly lifetime: AbortSignal
}

/**
 * Takes over the answer from Koa, headers included. The first piece waits, like the others, so that all outer
 * middleware have set their headers by then.
 */
export function sendSlowly(ctx: ParameterizedContext, options: SlowBodyOptions): void {
  const bytes = toBytes(ctx.body)
  if (bytes.length === 0 || ctx.method === 'HEAD') return
  // Keeps the length of a truncated image: it claims more than it has.
  ctx.length = ctx.length ?? bytes.length
  ctx.respond = false
  void writePieces(ctx, bytes, options)
}

async function writePieces(
  { res }: ParameterizedContext,
  bytes: Buffer,
  { slowBodyMs, wait, lifetime }: SlowBodyOptions,
): Promise<void> {
  const pieces = Math.min(PIECES, bytes.length)
  const getEnd = (piece: number) => Math.floor((piece * bytes.length) / pieces)
  for (let piece = 0; piece < pieces; piece += 1) {
    await wait(slowBodyMs / pieces, lifetime)
    if (lifetime.aborted) return void res.destroy()
    res.write(bytes.subarray(getEnd(piece), getEnd(piece + 1)))
  }
  res.end()
}
