// The effect of each state: it starts on entry, ends in exactly one event, and is aborted when the state is left.
import { acquire } from './effects/acquire'
import { authorize } from './effects/authorize'
import { awaitCellular } from './effects/await-cellular'
import { checkNetwork } from './effects/check-network'
import type { EffectContext } from './effects/context'
import { openSession } from './effects/open-session'
import { verify } from './effects/verify'
import type { LoginEvent } from './events'
import { toFailure } from './failures'
import type { LoginState, StateName, StateOf } from './states'

type Effect<N extends StateName> = (state: StateOf<N>, context: EffectContext) => Promise<LoginEvent>

const EFFECTS: { readonly [N in StateName]?: Effect<N> } = {
  authorizing: authorize,
  checkingNetwork: checkNetwork,
  awaitingCellular: awaitCellular,
  acquiring: acquire,
  renewing: acquire,
  verifying: verify,
  openingSession: openSession,
}

/** The effect of a state, or `null`. Its promise never rejects. */
export function getEffect(state: LoginState): ((context: EffectContext) => Promise<LoginEvent>) | null {
  const effect = EFFECTS[state.name] as Effect<StateName> | undefined
  return effect ? (context) => effect(state, context).catch((error) => toFailure(error, context.ports)) : null
}
