// Looks at the network before anything is sent to the carrier, and beside Wi-Fi for an edition that does not need it
// off.
import type { NetworkType } from '@local-number/jssdk'
import { findEdition } from '../editions'
import type { LoginEvent } from '../events'
import { isAllowed, NETWORK_REASONS, readNetworkType } from '../network'
import type { EditionPort } from '../ports'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

type Checking = StateOf<'checkingNetwork'>

export async function checkNetwork(state: Checking, context: EffectContext): Promise<LoginEvent> {
  const { config, ports, signal } = context
  const chosen = findEdition(ports.editions, state.edition)
  const allow = ({ name }: EditionPort, deadline: number): LoginEvent => ({
    type: 'networkAllowed',
    edition: name,
    deadline,
  })
  if (config.networkCheck === false) return allow(chosen, state.deadline)
  const limits = { signal, timeoutMs: state.deadline - ports.now() }
  const { type, edition } = await runStep('network', limits, async (until) => {
    const type = await readNetworkType(context, until)
    return { type, edition: (await isAllowed(config, type)) ? chosen : findBesideWifi(type, chosen, context) }
  })
  // Time in the background does not count against the silent part.
  if (edition) return allow(edition, context.hasBeenInBackground() ? context.getDeadline() : state.deadline)
  return { type: 'failed', reason: NETWORK_REASONS[type] ?? 'networkRefused', code: type }
}

/**
 * The edition whose request leaves over cellular beside Wi-Fi, the chosen one first; `null` if there is none. A
 * function of the app decides by itself.
 */
function findBesideWifi(type: NetworkType, chosen: EditionPort, { config, ports }: EffectContext): EditionPort | null {
  if (type !== 'wifi' || config.networkCheck !== 'auto') return null
  const possible = ports.editions.filter((edition) => !edition.unsupported?.())
  return [chosen, ...possible].find(({ sdk }) => sdk.forcesCellular?.()) ?? null
}
