// Asks whether the login can work here, then lets the platform ask the user.
import type { LoginEvent } from '../events'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

export async function authorize(
  _state: StateOf<'authorizing'>,
  { ports, signal, getDeadline }: EffectContext,
): Promise<LoginEvent> {
  const unsupported = ports.unsupported()
  if (unsupported) return { type: 'failed', ...unsupported }
  // No time limit: the user decides.
  const limits = { signal, timeoutMs: Number.POSITIVE_INFINITY }
  await runStep('authorize', limits, async (until) => ports.authorize?.(until))
  return { type: 'authorized', deadline: getDeadline() }
}
