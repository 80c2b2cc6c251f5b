// Number retrieval. Image edition: image and signature, then the token. HTTPS edition: the signature, then the token.
import { type CarrierAttempt, createAbortController } from '@local-number/jssdk'
import { signBound } from '../binding'
import { type LoginLimits, TOKEN_MARGIN_MS } from '../config'
import { findEdition } from '../editions'
import type { EventOf } from '../events'
import { type Step, StepError } from '../failures'
import { type EarlySign, LoginApiError } from '../ports'
import { createReceipt } from '../receipt'
import type { StateOf } from '../states'
import type { EffectContext } from './context'
import { explainFailure } from './explain-failure'
import { runStep } from './run-step'
import { type Asked, signAttempt, type Work } from './sign-attempt'

type Acquiring = StateOf<'acquiring'> | StateOf<'renewing'>
type Acquired = EventOf<'acquired'>

export async function acquire(state: Acquiring, context: EffectContext): Promise<Acquired | EventOf<'failed'>> {
  try {
    return await attemptTwice(state, context)
  } catch (error) {
    return explainFailure(error, state, context)
  }
}

/**
 * A second attempt, within the same time limits, helps a phone whose clock is wrong, by the server's clock, and where
 * the server does not take the receipt of what was signed before the tap.
 */
async function attemptTwice(state: Acquiring, context: EffectContext): Promise<Acquired> {
  const { ports, prefetch, clockDrift, signal } = context
  const { sdk } = findEdition(ports.editions, state.edition)
  // Without one, the image is mounted at once.
  const taken = prefetch?.take(sdk.idsEdition)
  const early = taken ? await taken : null
  try {
    return await attemptOnce(state, context, early)
  } catch (error) {
    const thrown = error instanceof StepError && error.step === 'sign' ? error.thrown : null
    const serverTime = sdk.correctsClock ? readServerTime(thrown) : null
    if (signal.aborted || !(serverTime || (early && thrown))) throw error
    if (serverTime) clockDrift.ms = serverTime - ports.now()
    return attemptOnce(state, context, null)
  }
}

function readServerTime(thrown: unknown): number | null {
  const { code, serverTime } = thrown instanceof LoginApiError ? thrown : { code: null, serverTime: undefined }
  if (code !== 'preSignOutsideWindow' || typeof serverTime !== 'number') return null
  return serverTime >= EARLIEST_MS && serverTime < LATEST_MS ? serverTime : null
}

/** The years 2020 to 2100. A server that names another time is broken, and no drift may come of it. */
const EARLIEST_MS = Date.UTC(2020, 0)
const LATEST_MS = Date.UTC(2100, 0)

/** Its image stops loading with it: an attempt that was refused must not hold up the next one. */
async function attemptOnce(state: Acquiring, context: EffectContext, early: EarlySign | null): Promise<Acquired> {
  const controller = createAbortController()
  const abort = () => controller.abort()
  context.signal.addEventListener('abort', abort)
  try {
    return await retrieveNumber(state, { ...context, signal: controller.signal }, early)
  } catch (error) {
    abort()
    throw error
  } finally {
    context.signal.removeEventListener('abort', abort)
  }
}

async function retrieveNumber(state: Acquiring, context: EffectContext, early: EarlySign | null): Promise<Acquired> {
  const { config, ports, grants, signal, clockDrift } = context
  const { sdk } = findEdition(ports.editions, state.edition)
  const attempt = sdk.createAttempt(
    { ...config.attempt, clockDriftMs: clockDrift.ms, reference: state.traceId },
    signal,
  )
  const limitTo = (ms: number) => ({ signal, timeoutMs: Math.min(ms, state.deadline - ports.now()) })

  const callServer = <T>(call: (until: AbortSignal) => Promise<T>) =>
    runStep('sign', limitTo(config.limits.signMs), call)
  const work: Work = {
    sign: (asked, read) =>
      callServer(async (until) =>
        read(await askToSign(asked, state.traceId, { ...context, signal: until }), state.traceId),
      ),
    load: (image) => runStep('image', limitTo(config.limits.imageMs), (until) => ports.loadImage(image, until)),
  }
  const { signed, requestToken } = await signAttempt(attempt, work, early)
  const receipt = early && callServer((until) => early.sendReceipt(until))
  const requestedAt = ports.now()
  const [step, timeoutMs] = getTokenStep(attempt, config.limits)
  // Without `timeoutMs`, the SDK would apply its own default.
  const granted = runStep(step, limitTo(timeoutMs), (until) => requestToken({ signal: until, timeoutMs }))
  const [token] = await Promise.all([granted, receipt])
  grants.put({ attemptId: signed.attemptId, ...token })
  const freshUntil = requestedAt + attempt.tokenLifetimeMs - TOKEN_MARGIN_MS
  return { type: 'acquired', freshUntil, traceId: signed.traceId }
}

function askToSign(asked: Asked, traceId: string, { config, ports, session, signal }: EffectContext): Promise<unknown> {
  const request = { ...asked, consent: createReceipt(config), session }
  return signBound({ api: ports.api, binding: config.binding }, request, { traceId, signal })
}

/**
 * If the carrier's script loads the image inside the token request, that step gets both time limits and counts as the
 * image.
 */
function getTokenStep({ image }: CarrierAttempt, { imageMs, tokenMs }: LoginLimits): [Step, number] {
  return image === 'inside' ? ['image', imageMs + tokenMs] : ['token', tokenMs]
}
