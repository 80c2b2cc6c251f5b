// Applies faults to a carrier call on the wire. What the platform itself has to do, a forced return code, it is told.
import { setMaxListeners } from 'node:events'
import type { FaultEffect } from '@local-number/simulator-contract'
import type { Next } from 'koa'
import { dropConnection } from '../http/drop-connection'
import type { LineContext, LineMiddleware } from '../http/line'
import { NO_ANSWER } from '../platform/codes'
import { bendAnswer } from './bend-answer'
import { dribble } from './dribble'
import { lifeOf, type Wait, wait as waitReally } from './life'

export interface ApplyFaultsOptions {
  /** Aborted when the simulator stops: nothing waits on. */
  readonly stop: AbortSignal
  /** From 0 up to 1. Default: `Math.random`. */
  readonly random?: () => number
  /** Default: a timer. */
  readonly wait?: Wait
}

const PROXY_PAGE = `<html>
<head><title>Service unavailable</title></head>
<body><h1>Service unavailable</h1><p>The upstream server gave no answer.</p></body>
</html>
`

/**
 * Puts faults in front of the platform. Of two faults that set the same thing, the later one counts. The answer, or its
 * absence, waits for `delayMs` after the platform has acted; `drop: 'request'` comes before `status`, and that before
 * `redirect`.
 *
 * @param takeEffects which faults concern a request; asked once for each
 */
export function applyFaults(
  takeEffects: (ctx: LineContext) => readonly FaultEffect[],
  { stop, random = Math.random, wait = waitReally }: ApplyFaultsOptions,
): LineMiddleware {
  setMaxListeners(Number.POSITIVE_INFINITY, stop) // as many as there are calls under way
  return async (ctx, next) => {
    const effects = takeEffects(ctx)
    if (effects.length === 0) return next()
    ctx.state.faults = effects
    const effect = withoutNoAnswer(Object.assign({}, ...effects))
    const life = lifeOf(ctx, stop)

    await answer(ctx, next, effect)
    const delay = delayOf(effect, random)
    if (delay > 0) await wait(delay, life)
    if (effect.drop) return dropConnection(ctx)

    bendAnswer(ctx, effect)
    if (effect.slowBodyMs) dribble(ctx, { slowBodyMs: effect.slowBodyMs, wait, life })
  }
}

/** As a code it is no answer at all, and may be late as well. */
function withoutNoAnswer({ code, ...effect }: FaultEffect): FaultEffect {
  return code === NO_ANSWER ? { drop: 'request', ...effect } : { ...effect, ...(code !== undefined && { code }) }
}

/** By whoever answers: nobody, something on the way, or the platform. */
async function answer(ctx: LineContext, next: Next, { drop, status, redirect, code }: FaultEffect): Promise<void> {
  if (drop === 'request') return
  if (status !== undefined) {
    ctx.status = status
    ctx.body = PROXY_PAGE
  } else if (redirect !== undefined) {
    ctx.redirect(redirect)
  } else {
    ctx.state.forcedCode = code
    await next()
  }
}

function delayOf({ delayMs = 0, jitterMs = 0 }: FaultEffect, random: () => number): number {
  return delayMs + (2 * random() - 1) * jitterMs
}
