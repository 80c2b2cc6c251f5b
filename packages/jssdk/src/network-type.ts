// Asking for the network's type, which is optional and unreliable [S 2.2]: without an answer it is unknown.
import { type CallLimits, runWithLimits } from './cancellation'
import type { NetworkType } from './platform'

/** Milliseconds after which a network's type is `unknown`. */
export const DEFAULT_NETWORK_TIMEOUT_MS = 1000

/** @throws SdkError `aborted` only */
export async function askNetworkType(
  ask: () => Promise<NetworkType>,
  { signal, timeoutMs = DEFAULT_NETWORK_TIMEOUT_MS }: CallLimits = {},
): Promise<NetworkType> {
  try {
    return await runWithLimits(ask, { signal, timeoutMs })
  } catch (error) {
    if (signal?.aborted) throw error
    return 'unknown'
  }
}
