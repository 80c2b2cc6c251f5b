// Asks the business server whether the typed number is the SIM's number. A lost answer is asked for once more.
import { ANSWER_LOST, type BusinessErrorCode, type VerifyAnswer } from '@local-number/protocol'
import { readVerifyAnswer } from '../answers'
import type { EventOf, LoginEvent } from '../events'
import { toFailure } from '../failures'
import { REASONS } from '../reasons'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

export async function verify(state: StateOf<'verifying'>, context: EffectContext): Promise<LoginEvent> {
  const ended = await askTwice(state, context).catch((error) => toFailure(error, context.ports))
  const { code, traceId } = ended
  const deadline = context.getDeadline()
  if (isVerdictLost(ended)) return { type: 'verdictLost', code, traceId, deadline }
  return 'outcome' in ended ? { type: 'answered', ticket: null, ...ended, deadline } : ended
}

/** The server forgot its verdict, or never kept one, as a server of the app's own may. */
const ATTEMPT_SPENT: BusinessErrorCode = 'attemptSpent'

function isVerdictLost(ended: VerifyAnswer | EventOf<'failed'>): boolean {
  if (!('outcome' in ended)) return ended.code === ATTEMPT_SPENT
  return ended.outcome === 'unavailable' && ended.code === ANSWER_LOST
}

/** A failure after a time in the background is left to the login, which starts over in the foreground. */
async function askTwice(state: StateOf<'verifying'>, context: EffectContext): Promise<VerifyAnswer> {
  const { msisdn, traceId } = state
  const { config, ports, grants, signal, hasBeenInBackground } = context
  const request = { ...grants.get(), phone: msisdn }
  const ask = () =>
    runStep('verify', { signal, timeoutMs: config.limits.verifyMs }, async (until) =>
      readVerifyAnswer(await ports.api.verify(request, { traceId, signal: until }), traceId),
    )
  return ask().catch((error) => {
    if (!isAnswerLost(error, ports) || hasBeenInBackground()) throw error
    return ask()
  })
}

/** The background causes failures without an answer, and no others. */
function isAnswerLost(error: unknown, ports: EffectContext['ports']): boolean {
  return REASONS[toFailure(error, ports).reason].backgroundMayCause
}
