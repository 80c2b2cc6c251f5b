// Asking for the network's type: optional and unreliable [S 2.2], so that no answer is an answer too.
import { type CallLimits, underLimits } from './cancellation'
import type { NetworkType } from './platform'

export const DEFAULT_NETWORK_TIMEOUT_MS = 1000

/** @throws SdkError `aborted` only */
export async function askNetworkType(
  ask: () => Promise<NetworkType>,
  { signal, timeoutMs = DEFAULT_NETWORK_TIMEOUT_MS }: CallLimits = {},
): Promise<NetworkType> {
  try {
    return await underLimits(ask, { signal, timeoutMs })
  } catch (error) {
    if (signal?.aborted) throw error
    return 'unknown'
  }
}
