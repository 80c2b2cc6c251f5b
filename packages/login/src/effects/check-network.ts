// Looks at the network before anything is sent to the carrier.
import type { NetworkType } from '@local-number/jssdk'
import { findEdition } from '../editions'
import type { LoginEvent } from '../events'
import { isAllowed, NETWORK_REASONS, readNetworkType } from '../network'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

type Checking = StateOf<'checkingNetwork'>

export async function checkNetwork(state: Checking, context: EffectContext): Promise<LoginEvent> {
  const { config, ports, signal } = context
  if (config.networkCheck === false) return { type: 'networkAllowed', deadline: state.deadline }
  const limits = { signal, timeoutMs: state.deadline - ports.now() }
  const network = await runStep('network', limits, async (until) => {
    const type = await readNetworkType(context, until)
    return { type, allowed: passesBesideWifi(type, state, context) || (await isAllowed(config, type)) }
  })
  if (network.allowed) {
    // Time in the background does not count against the silent part.
    const deadline = context.hasBeenInBackground() ? context.getDeadline() : state.deadline
    return { type: 'networkAllowed', deadline }
  }
  return { type: 'failed', reason: NETWORK_REASONS[network.type] ?? 'networkRefused', code: network.type }
}

/** Over Wi-Fi if the chosen edition's request leaves over cellular. A function of the app decides by itself. */
function passesBesideWifi(type: NetworkType, { edition }: Checking, { config, ports }: EffectContext): boolean {
  if (type !== 'wifi' || config.networkCheck !== 'auto') return false
  return findEdition(ports.editions, edition).sdk.forcesCellular?.() ?? false
}
