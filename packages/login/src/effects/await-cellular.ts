// Waits until the user has turned Wi-Fi off.
import { type NetworkType, runWithLimits, toNetworkType } from '@local-number/jssdk'
import type { LoginEvent } from '../events'
import { isAllowed } from '../network'
import type { StateOf } from '../states'
import type { EffectContext } from './context'

/** Phones lose the event of a changed network, so that the network is asked for as well, this often in ms. */
export const RECHECK_NETWORK_MS = 3000

/**
 * Listens and asks until the network is allowed. No time limit: the user decides when. Wi-Fi is not, even if the
 * edition sends over cellular beside it: that has failed for a user who is here.
 */
export function awaitCellular(_state: StateOf<'awaitingCellular'>, context: EffectContext): Promise<LoginEvent> {
  const { config, ports, signal, getDeadline } = context
  return new Promise((resolve) => {
    let looks = 0
    const consider = async (type: NetworkType) => {
      looks += 1
      const mine = looks
      const ready = await isAllowed(config, toNetworkType(type))
      // A permission for a network that has changed meanwhile is stale.
      if (ready && mine === looks) resolve({ type: 'cellularReady', deadline: getDeadline() })
    }
    const ask = () => {
      const seen = looks
      runWithLimits((until) => ports.network.type(until), { signal, timeoutMs: RECHECK_NETWORK_MS })
        // A change that arrived meanwhile is newer than this answer.
        .then((type) => (seen === looks ? consider(type) : undefined))
        .catch(() => undefined)
    }
    const stopListening = ports.network.onChange((type) => {
      // A check that fails is not a permission: the next look asks again.
      consider(type).catch(() => undefined)
    })
    // Wi-Fi may have been turned off before the listener existed.
    ask()
    const timer = setInterval(ask, RECHECK_NETWORK_MS)
    signal.addEventListener('abort', () => {
      stopListening()
      clearInterval(timer)
    })
  })
}
