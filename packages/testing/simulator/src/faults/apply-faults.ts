// Applies faults to a carrier call on the wire. A forced return code is left to the platform.
import { setMaxListeners } from 'node:events'
import type { FaultEffect } from '@local-number/simulator-contract'
import type { Next } from 'koa'
import { NO_ANSWER } from '../common/no-answer'
import type { CarrierContext, CarrierMiddleware } from '../http/context'
import { dropConnection } from '../http/drop-connection'
import { alterAnswer } from './alter-answer'
import { createLifetime, type Wait, wait as waitForTimer } from './lifetime'
import { sendSlowly } from './slow-body'

export interface ApplyFaultsOptions {
  /** Aborted when the simulator stops: ends every wait. */
  readonly stop: AbortSignal
  /**
   * From 0 up to 1.
   *
   * @default Math.random
   */
  readonly random?: () => number
  /** @default a timer */
  readonly wait?: Wait
}

const PROXY_PAGE = `<html>
<head><title>Service unavailable</title></head>
<body><h1>Service unavailable</h1><p>The upstream server gave no answer.</p></body>
</html>
`

/**
 * Puts faults in front of the platform. If two faults set the same effect, the later one counts. The answer, or its
 * absence, waits for `delayMs` after the platform has acted; `drop: 'request'` has priority over `status`, and that
 * over `redirect`.
 *
 * @param takeEffects returns the effects for a request; called once for each
 */
export function applyFaults(
  takeEffects: (ctx: CarrierContext) => readonly FaultEffect[],
  { stop, random = Math.random, wait = waitForTimer }: ApplyFaultsOptions,
): CarrierMiddleware {
  setMaxListeners(Number.POSITIVE_INFINITY, stop) // one for each call under way
  return async (ctx, next) => {
    const effects = takeEffects(ctx)
    if (effects.length === 0) return next()
    ctx.state.exchange.recordFaults(effects)
    const effect = replaceNoAnswer(Object.assign({}, ...effects))
    const lifetime = createLifetime(ctx, stop)

    await answer(ctx, next, effect)
    const delay = chooseDelay(effect, random)
    if (delay > 0) await wait(delay, lifetime)
    if (effect.drop) return dropConnection(ctx)

    alterAnswer(ctx, effect)
    if (effect.slowBodyMs) sendSlowly(ctx, { slowBodyMs: effect.slowBodyMs, wait, lifetime })
  }
}

/** The code `0` is a dropped connection, which can be delayed like an answer. */
function replaceNoAnswer({ code, ...effect }: FaultEffect): FaultEffect {
  return code === NO_ANSWER ? { drop: 'request', ...effect } : { ...effect, ...(code !== undefined && { code }) }
}

/** Answers by a proxy, by a captive portal, by the platform, or not at all. */
async function answer(ctx: CarrierContext, next: Next, { drop, status, redirect, code }: FaultEffect): Promise<void> {
  if (drop === 'request') return
  if (status !== undefined) {
    ctx.status = status
    ctx.body = PROXY_PAGE
  } else if (redirect !== undefined) {
    ctx.redirect(redirect)
  } else {
    if (code !== undefined) ctx.state.exchange.forceCode(code)
    await next()
  }
}

function chooseDelay({ delayMs = 0, jitterMs = 0 }: FaultEffect, random: () => number): number {
  return delayMs + (2 * random() - 1) * jitterMs
}
