// What each state does on entering it: every piece of work ends in one event, or is aborted with its state.
import {
  type CarrierAttempt,
  type CarrierImage,
  type NetworkType,
  SdkError,
  toNetworkType,
  underLimits,
} from '@local-number/jssdk'
import { parseMsisdn } from '@local-number/protocol'
import { readSignAnswer, readVerifyAnswer } from './answers'
import { type LoginConfig, type LoginLimits, TOKEN_FRESH_MS } from './config'
import type { EventOf, LoginEvent } from './events'
import { failureOf, type Step, StepError } from './failures'
import type { LoginPorts } from './ports'
import type { FallbackReason } from './reasons'
import type { LoginState, StateName, StateOf } from './states'

/** A token with the attempt that it belongs to. Kept beside the state, never in it. */
export interface Grant {
  readonly attemptId: string
  readonly token: string
  readonly userInformation: string
}

export interface WorkContext {
  readonly config: LoginConfig
  readonly ports: LoginPorts
  /** Random text of this login, by which the server counts wrong numbers. */
  readonly session: string
  /** The one token that may be spent. */
  readonly grant: { current: Grant | null }
  /** Fires when the state is left. */
  readonly signal: AbortSignal
  /** Whether the app has been in the background since the work began. */
  wasInBackground(): boolean
}

type Work<N extends StateName> = (state: StateOf<N>, context: WorkContext) => Promise<LoginEvent>

const WORK: { readonly [N in StateName]?: Work<N> } = {
  authorizing: authorize,
  checkingNetwork: checkNetwork,
  awaitingCellular: awaitCellular,
  acquiring: acquire,
  renewing: acquire,
  verifying: verify,
}

/** The work of a state, or `null`. Its promise never rejects. */
export function workOf(state: LoginState): ((context: WorkContext) => Promise<LoginEvent>) | null {
  const work = WORK[state.name] as Work<StateName> | undefined
  return work ? (context) => work(state, context).catch(failureOf) : null
}

async function authorize(_state: StateOf<'authorizing'>, context: WorkContext): Promise<LoginEvent> {
  const { config, ports } = context
  const unsupported = ports.unsupported()
  if (unsupported) return { type: 'failed', ...unsupported }
  await step('authorize', Number.POSITIVE_INFINITY, context, async (signal) => ports.authorize?.(signal))
  return { type: 'authorized', deadline: ports.now() + config.limits.silentMs }
}

async function checkNetwork(state: StateOf<'checkingNetwork'>, context: WorkContext): Promise<LoginEvent> {
  const { config, ports } = context
  if (config.networkCheck === false) return { type: 'networkAllowed', deadline: state.deadline }
  const network = await step('network', state.deadline - ports.now(), context, async (until) => {
    const type = await networkType(context, until)
    return { type, allowed: await allowed(config, type) }
  })
  if (network.allowed) {
    // Time in the background is not the silent part's.
    const deadline = context.wasInBackground() ? ports.now() + config.limits.silentMs : state.deadline
    return { type: 'networkAllowed', deadline }
  }
  return { type: 'failed', reason: NETWORK_REASON[network.type] ?? 'networkRefused', code: network.type }
}

/** What the platform cannot tell, or not in time, is unknown: detection is unreliable, so that is tried. */
async function networkType({ config, ports }: WorkContext, signal: AbortSignal): Promise<NetworkType> {
  try {
    const limits = { signal, timeoutMs: config.limits.networkMs }
    return toNetworkType(await underLimits((until) => ports.network.type(until), limits))
  } catch (error) {
    if (signal.aborted) throw error
    return 'unknown'
  }
}

const NETWORK_REASON: Readonly<Partial<Record<NetworkType, FallbackReason>>> = { wifi: 'wifi', none: 'offline' }

async function allowed({ networkCheck }: LoginConfig, type: NetworkType): Promise<boolean> {
  if (typeof networkCheck === 'function') return networkCheck(type)
  return NETWORK_REASON[type] === undefined
}

/** Listens until the network is one that may be tried; without a time limit, since it is the user's turn. */
function awaitCellular(_state: StateOf<'awaitingCellular'>, context: WorkContext): Promise<LoginEvent> {
  const { config, ports, signal } = context
  return new Promise((resolve) => {
    let changes = 0
    const consider = async (type: NetworkType) => {
      const seen = changes
      const ready = await allowed(config, toNetworkType(type))
      // A permission for a network that has changed meanwhile is stale.
      if (ready && seen === changes) {
        resolve({ type: 'cellularReady', deadline: ports.now() + config.limits.silentMs })
      }
    }
    const onChange = (type: NetworkType) => {
      changes += 1
      // A check that fails is no permission: the next change asks again.
      consider(type).catch(() => undefined)
    }
    signal.addEventListener('abort', ports.network.onChange(onChange))
    // It may have been turned off before the listener was there.
    underLimits((until) => ports.network.type(until), { signal })
      .then((type) => (changes === 0 ? consider(type) : undefined))
      .catch(() => undefined)
  })
}

async function acquire(
  state: StateOf<'acquiring'> | StateOf<'renewing'>,
  context: WorkContext,
): Promise<EventOf<'acquired'>> {
  const { config, ports, session, grant } = context
  const { limits } = config
  const attempt = ports.sdk.createAttempt(config.attempt, context.signal)
  const within = (ms: number) => Math.min(ms, state.deadline - ports.now())
  const consent = { version: config.consentVersion }

  const signed = await inOrder(attempt, {
    sign: (preSign) =>
      step('sign', within(limits.signMs), context, async (signal) => {
        const request = { preSign, consent, session }
        return readSignAnswer(await ports.api.sign(request, { traceId: state.traceId, signal }), state.traceId)
      }),
    load: (image) => step('image', within(limits.imageMs), context, (signal) => ports.loadImage(image, signal)),
  })
  const askedAt = ports.now()
  const [name, timeoutMs] = tokenStep(attempt, limits)
  const got = await step(name, within(timeoutMs), context, (signal) =>
    attempt.requestToken(signed.sign, { signal, timeoutMs }),
  )
  grant.current = { attemptId: signed.attemptId, ...got }
  return { type: 'acquired', freshUntil: askedAt + TOKEN_FRESH_MS, traceId: signed.traceId }
}

/** Signing runs beside the image, for two round trips with the token, not three; where a script allows it. */
async function inOrder<S>(
  attempt: CarrierAttempt,
  { sign, load }: { sign(preSign: string): Promise<S>; load(image: CarrierImage): Promise<void> },
): Promise<S> {
  if (attempt.image === undefined) return sign(await attempt.preSignAfter(load))
  if (attempt.image === null) return sign(attempt.preSign)
  const [signed] = await Promise.all([sign(attempt.preSign), load(attempt.image)])
  return signed
}

/** Where the script loads the image within the token request, that request takes the number, and the time of both. */
function tokenStep({ image }: CarrierAttempt, { imageMs, tokenMs }: LoginLimits): [Step, number] {
  return image === null ? ['image', imageMs + tokenMs] : ['token', tokenMs]
}

async function verify(state: StateOf<'verifying'>, context: WorkContext): Promise<LoginEvent> {
  const { config, ports, grant } = context
  const { limits } = config
  const spent = grant.current
  grant.current = null
  const phone = parseMsisdn(state.phone)
  // The table lets nobody in here without a number and a token.
  if (!spent || phone === null) return { type: 'failed', reason: 'misconfigured', code: 'verify' }
  const answer = await step('verify', limits.verifyMs, context, async (signal) =>
    readVerifyAnswer(await ports.api.verify({ ...spent, phone }, { traceId: state.traceId, signal }), state.traceId),
  )
  const { outcome, code, attemptsLeft, traceId, ticket = null } = answer
  return { type: 'answered', outcome, code, attemptsLeft, traceId, ticket, deadline: ports.now() + limits.silentMs }
}

async function step<T>(
  name: Step,
  timeoutMs: number,
  { signal }: WorkContext,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    // What nobody would wait for is not begun: a token that nobody takes counts, too (103911).
    if (timeoutMs <= 0) throw new SdkError('timeout', `no time was left for the step ${name}`)
    return await underLimits(work, { signal, timeoutMs })
  } catch (cause) {
    throw new StepError(name, cause)
  }
}
