// Why number retrieval failed, by what the chosen edition knows beyond the error.
import { runWithLimits } from '@local-number/jssdk'
import { findEdition } from '../editions'
import type { EventOf } from '../events'
import { StepError, toFailure } from '../failures'
import { NETWORK_REASONS, readNetworkType } from '../network'
import type { FallbackReason } from '../reasons'
import type { StateOf } from '../states'
import type { EffectContext } from './context'

type Acquiring = StateOf<'acquiring'> | StateOf<'renewing'>
type Failed = EventOf<'failed'>

export async function explainFailure(error: unknown, state: Acquiring, context: EffectContext): Promise<Failed> {
  const failure = toFailure(error, context.ports)
  if (!(error instanceof StepError)) return failure
  const edition = findEdition(context.ports.editions, state.edition)
  // An image that is loaded from the wrong port may fail at once, or never answer.
  const doubt = error.step === 'image' ? edition.doubt?.() : null
  if (doubt) return { ...failure, reason: 'numberRetrievalFailed', code: doubt }
  const known = error.step === 'token' ? edition.readFailure?.(error.thrown, context.config) : null
  if (!known) return failure
  const { reason, networkMayExplain } = known
  const explained = networkMayExplain ? await findNetworkReason(state, context) : null
  return { ...failure, reason: explained ?? reason }
}

/**
 * `null` if the network is fine, cannot be told, or there is no time left to look at it. An app that does not use the
 * network check, or its own, is not told about the network here either.
 */
async function findNetworkReason({ deadline }: Acquiring, context: EffectContext): Promise<FallbackReason | null> {
  const { config, ports, signal } = context
  const timeoutMs = deadline - ports.now()
  if (config.networkCheck !== 'auto' || timeoutMs <= 0) return null
  try {
    const type = await runWithLimits((until) => readNetworkType(context, until), { signal, timeoutMs })
    return NETWORK_REASONS[type] ?? null
  } catch {
    return null
  }
}
