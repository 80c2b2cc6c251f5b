// Chooses the edition, then lets the platform ask the user.
import { chooseEdition } from '../editions'
import type { LoginEvent } from '../events'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

export async function authorize(
  _state: StateOf<'authorizing'>,
  { ports, signal, getDeadline }: EffectContext,
): Promise<LoginEvent> {
  const chosen = ports.unsupported() ?? chooseEdition(ports.editions)
  if ('reason' in chosen) return { type: 'failed', ...chosen }
  const edition = chosen.name
  // No time limit: the user decides.
  const limits = { signal, timeoutMs: Number.POSITIVE_INFINITY }
  await runStep('authorize', limits, async (until) => ports.authorize?.(until))
  return { type: 'authorized', edition, deadline: getDeadline() }
}
