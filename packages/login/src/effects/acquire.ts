// Number retrieval. Image edition: image and signature, then the token. HTTPS edition: the signature, then the token.
import { type CarrierAttempt, createAbortController } from '@local-number/jssdk'
import { type LoginLimits, TOKEN_MARGIN_MS } from '../config'
import { findEdition } from '../editions'
import type { EventOf } from '../events'
import { type Step, StepError } from '../failures'
import { LoginApiError } from '../ports'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { explainFailure } from './explain-failure'
import { runStep } from './run-step'
import { type Asked, signAttempt } from './sign-attempt'

type Acquiring = StateOf<'acquiring'> | StateOf<'renewing'>
type Acquired = EventOf<'acquired'>

export async function acquire(state: Acquiring, context: EffectContext): Promise<Acquired | EventOf<'failed'>> {
  try {
    return await attemptTwice(state, context)
  } catch (error) {
    return explainFailure(error, state, context)
  }
}

/** A phone whose clock is wrong gets a second attempt by the server's clock, within the same time limits. */
async function attemptTwice(state: Acquiring, context: EffectContext): Promise<Acquired> {
  try {
    return await attemptOnce(state, context)
  } catch (error) {
    const { ports, clockDrift, signal } = context
    const serverTime = readServerTime(error)
    const { sdk } = findEdition(ports.editions, state.edition)
    if (serverTime === null || !sdk.correctsClock || signal.aborted) throw error
    clockDrift.ms = serverTime - ports.now()
    return attemptOnce(state, context)
  }
}

function readServerTime(error: unknown): number | null {
  const thrown = error instanceof StepError && error.step === 'sign' ? error.thrown : null
  const { code, serverTime } = thrown instanceof LoginApiError ? thrown : { code: null, serverTime: undefined }
  if (code !== 'preSignOutsideWindow' || typeof serverTime !== 'number') return null
  return serverTime >= EARLIEST_MS && serverTime < LATEST_MS ? serverTime : null
}

/** The years 2020 to 2100. A server that names another time is broken, and no drift may come of it. */
const EARLIEST_MS = Date.UTC(2020, 0)
const LATEST_MS = Date.UTC(2100, 0)

/** Its image stops loading with it: an attempt that was refused must not hold up the next one. */
async function attemptOnce(state: Acquiring, context: EffectContext): Promise<Acquired> {
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

async function retrieveNumber(state: Acquiring, context: EffectContext): Promise<Acquired> {
  const { config, ports, grants, signal, clockDrift } = context
  const { sdk } = findEdition(ports.editions, state.edition)
  const attempt = sdk.createAttempt({ ...config.attempt, clockDriftMs: clockDrift.ms }, signal)
  const limitTo = (ms: number) => ({ signal, timeoutMs: Math.min(ms, state.deadline - ports.now()) })

  const { signed, requestToken } = await signAttempt(attempt, {
    sign: (asked, read) =>
      runStep('sign', limitTo(config.limits.signMs), async (until) =>
        read(await askToSign(asked, state.traceId, { ...context, signal: until }), state.traceId),
      ),
    load: (image) => runStep('image', limitTo(config.limits.imageMs), (until) => ports.loadImage(image, until)),
  })
  const requestedAt = ports.now()
  const [step, timeoutMs] = getTokenStep(attempt, config.limits)
  // Without `timeoutMs`, the SDK would apply its own default.
  const token = await runStep(step, limitTo(timeoutMs), (until) => requestToken({ signal: until, timeoutMs }))
  grants.put({ attemptId: signed.attemptId, ...token })
  const freshUntil = requestedAt + attempt.tokenLifetimeMs - TOKEN_MARGIN_MS
  return { type: 'acquired', freshUntil, traceId: signed.traceId }
}

function askToSign(asked: Asked, traceId: string, { config, ports, session, signal }: EffectContext): Promise<unknown> {
  const request = { ...asked, consent: { version: config.consentVersion }, session }
  return ports.api.sign(request, { traceId, signal })
}

/**
 * If the carrier's script loads the image inside the token request, that step gets both time limits and counts as the
 * image.
 */
function getTokenStep({ image }: CarrierAttempt, { imageMs, tokenMs }: LoginLimits): [Step, number] {
  return image === 'inside' ? ['image', imageMs + tokenMs] : ['token', tokenMs]
}
