// A step: one call of a port, under a time limit and the state's signal.
import { runWithLimits, SdkError } from '@local-number/jssdk'
import { type Step, StepError } from '../failures'

/** @throws StepError */
export async function runStep<T>(
  step: Step,
  { signal, timeoutMs }: { readonly signal: AbortSignal; readonly timeoutMs: number },
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    // A step without time left is not begun: the platform counts unused tokens, too (103911).
    if (timeoutMs <= 0) throw new SdkError('timeout', `no time was left for the step ${step}`)
    return await runWithLimits(run, { signal, timeoutMs })
  } catch (cause) {
    throw new StepError(step, cause)
  }
}
