// Number retrieval: image and signature, then the token.
import { type CarrierAttempt, type CarrierImage, createAbortController } from '@local-number/jssdk'
import type { SignAnswer } from '@local-number/protocol'
import { readSignAnswer } from '../answers'
import { type LoginLimits, TOKEN_FRESH_MS } from '../config'
import type { EventOf } from '../events'
import { type Step, StepError } from '../failures'
import { LoginApiError } from '../ports'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { runStep } from './run-step'

type Acquiring = StateOf<'acquiring'> | StateOf<'renewing'>

/** A phone whose clock is wrong gets a second attempt by the server's clock, within the same time limits. */
export async function acquire(state: Acquiring, context: EffectContext): Promise<EventOf<'acquired'>> {
  try {
    return await attemptOnce(state, context)
  } catch (error) {
    const { ports, clockDrift, signal } = context
    const serverTime = readServerTime(error)
    if (serverTime === null || !ports.sdk.correctsClock || signal.aborted) throw error
    clockDrift.ms = serverTime - ports.now()
    return attemptOnce(state, context)
  }
}

function readServerTime(error: unknown): number | null {
  const thrown = error instanceof StepError && error.step === 'sign' ? error.thrown : null
  const { code, serverTime } = thrown instanceof LoginApiError ? thrown : { code: null, serverTime: undefined }
  return code === 'preSignOutsideWindow' && Number.isFinite(serverTime) ? (serverTime as number) : null
}

/** Its image stops loading with it: an attempt that was refused must not hold up the next one. */
async function attemptOnce(state: Acquiring, context: EffectContext): Promise<EventOf<'acquired'>> {
  const controller = createAbortController()
  const abort = () => controller.abort()
  context.signal.addEventListener('abort', abort)
  try {
    return await retrieveNumber(state, { ...context, signal: controller.signal })
  } catch (error) {
    abort()
    throw error
  } finally {
    context.signal.removeEventListener('abort', abort)
  }
}

async function retrieveNumber(state: Acquiring, context: EffectContext): Promise<EventOf<'acquired'>> {
  const { config, ports, grants, signal, clockDrift } = context
  const attempt = ports.sdk.createAttempt({ ...config.attempt, clockDriftMs: clockDrift.ms }, signal)
  const limitTo = (ms: number) => ({ signal, timeoutMs: Math.min(ms, state.deadline - ports.now()) })

  const signed = await signAndLoad(attempt, {
    sign: (preSign) =>
      runStep('sign', limitTo(config.limits.signMs), (until) =>
        sign(preSign, state.traceId, { ...context, signal: until }),
      ),
    load: (image) => runStep('image', limitTo(config.limits.imageMs), (until) => ports.loadImage(image, until)),
  })
  const requestedAt = ports.now()
  const [step, timeoutMs] = getTokenStep(attempt, config.limits)
  // Without `timeoutMs`, the SDK would apply its own default.
  const token = await runStep(step, limitTo(timeoutMs), (until) =>
    attempt.requestToken(signed.sign, { signal: until, timeoutMs }),
  )
  grants.put({ attemptId: signed.attemptId, ...token })
  return { type: 'acquired', freshUntil: requestedAt + TOKEN_FRESH_MS, traceId: signed.traceId }
}

async function sign(preSign: string, traceId: string, { config, ports, session, signal }: EffectContext) {
  const request = { preSign, consent: { version: config.consentVersion }, session }
  return readSignAnswer(await ports.api.sign(request, { traceId, signal }), traceId)
}

interface Work {
  sign(preSign: string): Promise<SignAnswer>
  load(image: CarrierImage): Promise<void>
}

/**
 * `image` is `undefined` if the pre-sign exists only after the image, `null` if the carrier's script loads the image
 * itself. Otherwise signing and image run at the same time.
 */
async function signAndLoad(attempt: CarrierAttempt, { sign, load }: Work): Promise<SignAnswer> {
  if (attempt.image === undefined) return sign(await attempt.preSignAfter(load))
  if (attempt.image === null) return sign(attempt.preSign)
  const [signed] = await Promise.all([sign(attempt.preSign), load(attempt.image)])
  return signed
}

/**
 * If the carrier's script loads the image inside the token request, that step gets both time limits and counts as the
 * image.
 */
function getTokenStep({ image }: CarrierAttempt, { imageMs, tokenMs }: LoginLimits): [Step, number] {
  return image === null ? ['image', imageMs + tokenMs] : ['token', tokenMs]
}
