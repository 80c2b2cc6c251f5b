// From a decision to what is told of it: the code in the app's own vocabulary, or a connection that ends.
import type { CauseId } from '@local-number/protocol/return-codes'
import { inDialect, NO_ANSWER } from '../platform/codes'
import type { Platform } from '../platform/platform'
import { dropConnection } from './drop-connection'
import type { CarrierContext } from './line'

export interface Decision {
  readonly code: string
  readonly cause: CauseId | null
}

export interface DecisionSurroundings {
  readonly platform: Platform
  /** As it was sent, unchecked. */
  readonly appId: string
  /** What the caller sees in place of the code itself. */
  readonly outerCode?: string
}

/** The decision that a fault has taken out of the platform's hands. */
export function forced({ state }: CarrierContext): Decision | null {
  return state.forcedCode === undefined ? null : { code: state.forcedCode, cause: null }
}

/** @returns the code to answer with, `null` when the connection was dropped instead */
export function decided(ctx: CarrierContext, decision: Decision, around: DecisionSurroundings): string | null {
  const { call } = ctx.state
  const code = inDialect({ ...decision, call }, around.platform.apps.find(around.appId)?.codes ?? 'document')
  const dropped = code === NO_ANSWER
  ctx.state.outcome = {
    outerCode: dropped ? NO_ANSWER : (around.outerCode ?? code),
    innerCode: call === 'verify' ? decision.code : code,
    cause: decision.cause,
  }
  if (dropped) dropConnection(ctx)
  return dropped ? null : code
}
