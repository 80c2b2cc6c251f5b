// Spends the token: asks the business server whether the typed number is the SIM's number.
import { readVerifyAnswer } from '../answers'
import type { LoginEvent } from '../events'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

export async function verify(
  { msisdn, traceId }: StateOf<'verifying'>,
  { config, ports, grants, signal, getDeadline }: EffectContext,
): Promise<LoginEvent> {
  const { verifyMs } = config.limits
  const request = { ...grants.take(), phone: msisdn }
  const answer = await runStep('verify', { signal, timeoutMs: verifyMs }, async (until) =>
    readVerifyAnswer(await ports.api.verify(request, { traceId, signal: until }), traceId),
  )
  return { type: 'answered', ticket: null, ...answer, deadline: getDeadline() }
}
