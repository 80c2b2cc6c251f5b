// Waits until the user has turned Wi-Fi off.
import { type NetworkType, runWithLimits, toNetworkType } from '@local-number/jssdk'
import type { LoginEvent } from '../events'
import { isAllowed } from '../network'
import type { StateOf } from '../states'
import type { EffectContext } from './context'

/**
 * Listens until the network is allowed. No time limit: the user decides when. Wi-Fi is not, even if the edition sends
 * over cellular beside it: that has failed for a user who is here.
 */
export function awaitCellular(_state: StateOf<'awaitingCellular'>, context: EffectContext): Promise<LoginEvent> {
  const { config, ports, signal, getDeadline } = context
  return new Promise((resolve) => {
    let changes = 0
    const consider = async (type: NetworkType) => {
      const seen = changes
      const ready = await isAllowed(config, toNetworkType(type))
      // A permission for a network that has changed meanwhile is stale.
      if (ready && seen === changes) {
        resolve({ type: 'cellularReady', deadline: getDeadline() })
      }
    }
    const onChange = (type: NetworkType) => {
      changes += 1
      // A check that fails is not a permission: the next change asks again.
      consider(type).catch(() => undefined)
    }
    signal.addEventListener('abort', ports.network.onChange(onChange))
    // Wi-Fi may have been turned off before the listener existed.
    runWithLimits((until) => ports.network.type(until), { signal })
      .then((type) => (changes === 0 ? consider(type) : undefined))
      .catch(() => undefined)
  })
}
