// The network as the effects see it: its type, and what it lets pass.
import { type NetworkType, runWithLimits, toNetworkType } from '@local-number/jssdk'
import type { LoginConfig } from './config'
import type { LoginPorts } from './ports'
import type { FallbackReason } from './reasons'

/** Networks over which the carrier cannot see the SIM. */
export const NETWORK_REASONS: Readonly<Partial<Record<NetworkType, FallbackReason>>> = { wifi: 'wifi', none: 'offline' }

interface NetworkLook {
  readonly config: LoginConfig
  readonly ports: Pick<LoginPorts, 'network'>
}

/** `unknown` where the platform cannot tell, or not in time: detection is unreliable, so such a network is tried. */
export async function readNetworkType({ config, ports }: NetworkLook, signal: AbortSignal): Promise<NetworkType> {
  try {
    const limits = { signal, timeoutMs: config.limits.networkMs }
    return toNetworkType(await runWithLimits((until) => ports.network.type(until), limits))
  } catch (error) {
    if (signal.aborted) throw error
    return 'unknown'
  }
}

/** Whether the carrier can see the SIM over this network, or what the app's own function says. */
export async function isAllowed({ networkCheck }: LoginConfig, type: NetworkType): Promise<boolean> {
  if (typeof networkCheck === 'function') return networkCheck(type)
  return NETWORK_REASONS[type] === undefined
}
