// Looks at the network before anything is sent to the carrier.
import { type NetworkType, runWithLimits, toNetworkType } from '@local-number/jssdk'
import type { LoginConfig } from '../config'
import type { LoginEvent } from '../events'
import type { FallbackReason } from '../reasons'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

export async function checkNetwork(state: StateOf<'checkingNetwork'>, context: EffectContext): Promise<LoginEvent> {
  const { config, ports, signal } = context
  if (config.networkCheck === false) return { type: 'networkAllowed', deadline: state.deadline }
  const limits = { signal, timeoutMs: state.deadline - ports.now() }
  const network = await runStep('network', limits, async (until) => {
    const type = await readNetworkType(context, until)
    return { type, allowed: await isAllowed(config, type) }
  })
  if (network.allowed) {
    // Time in the background does not count against the silent part.
    const deadline = context.hasBeenInBackground() ? context.getDeadline() : state.deadline
    return { type: 'networkAllowed', deadline }
  }
  return { type: 'failed', reason: NETWORK_REASONS[network.type] ?? 'networkRefused', code: network.type }
}

/** `unknown` where the platform cannot tell, or not in time: detection is unreliable, so such a network is tried. */
async function readNetworkType({ config, ports }: EffectContext, signal: AbortSignal): Promise<NetworkType> {
  try {
    const limits = { signal, timeoutMs: config.limits.networkMs }
    return toNetworkType(await runWithLimits((until) => ports.network.type(until), limits))
  } catch (error) {
    if (signal.aborted) throw error
    return 'unknown'
  }
}

const NETWORK_REASONS: Readonly<Partial<Record<NetworkType, FallbackReason>>> = { wifi: 'wifi', none: 'offline' }

export async function isAllowed({ networkCheck }: LoginConfig, type: NetworkType): Promise<boolean> {
  if (typeof networkCheck === 'function') return networkCheck(type)
  return NETWORK_REASONS[type] === undefined
}
