// The HTTPS edition's signature, fetched between tick and tap, so that the tap waits for one round trip less. The
// request holds nothing of user or device but the app's own binding, and no consent: the receipt follows with the tap.
import { createAbortController, runWithLimits } from '@local-number/jssdk'
import type { HttpsEdition } from '@local-number/protocol'
import { readIdsAnswer } from './answers'
import { signBound } from './binding'
import type { EarlySign, Prefetch, PrefetchOptions } from './ports'
import { createReceipt } from './receipt'
import type { StateName } from './states'

/**
 * How long a signature waits for the tap, in ms. The platform takes its timestamp for a few minutes, and the server its
 * attempt for ten, in which the token has to be spent, too.
 */
export const PREFETCH_TTL_MS = 120_000

/** From the tick to the use of the signature. */
const PATH: readonly string[] = [
  'consent',
  'authorizing',
  'checkingNetwork',
  'awaitingCellular',
  'acquiring',
] satisfies StateName[]

interface Early {
  readonly controller: AbortController
  readonly edition: HttpsEdition | undefined
  readonly usableUntil: number
  sign: Promise<EarlySign | null> | null
  sent: boolean
}

/**
 * For the HTTPS edition's port, so that apps without that edition do not ship it. Without `api.consent` it fetches
 * nothing.
 *
 * @param hasNothingToAsk whether the platform will not ask the user first, as WeChat does for the app's privacy guide;
 *   must read nothing of the device
 * @example
 * ```ts
 * const edition = { name: 'https', sdk, createPrefetch: (options) => createPrefetch(options, async () => true) }
 * ```
 */
export function createPrefetch(
  { config, ports, session }: PrefetchOptions,
  hasNothingToAsk: () => Promise<boolean>,
): Prefetch {
  const { api } = ports
  let early: Early | null = null

  function discard(): void {
    early?.controller.abort()
    early = null
  }

  async function signEarly(mine: Early, traceId: string): Promise<EarlySign | null> {
    const { edition, controller } = mine
    if (!edition || !api.consent || !(await hasNothingToAsk()) || controller.signal.aborted) return null
    mine.sent = true
    const limits = { signal: controller.signal, timeoutMs: config.limits.signMs }
    const { binding } = config
    const signed = await runWithLimits(
      (signal) => signBound({ api, binding }, { edition, session }, { traceId, signal }),
      limits,
    )
    const answer = readIdsAnswer(signed, traceId)
    const { attemptId } = answer
    return {
      answer,
      sendReceipt: async (signal) => api.consent?.({ attemptId, consent: createReceipt(config) }, { traceId, signal }),
    }
  }

  function start(traceId: string): void {
    discard()
    early = {
      controller: createAbortController(),
      // The first that can work on this page. A doubt about it rests on the device, which is not looked at: then it is
      // not certain that a later one is taken.
      edition: ports.editions.find((edition) => !edition.unsupported?.())?.sdk.idsEdition,
      usableUntil: ports.now() + PREFETCH_TTL_MS,
      sign: null,
      sent: false,
    }
    early.sign = signEarly(early, traceId).catch(() => null)
  }

  return {
    follow(state) {
      if (!state?.agreed || !PATH.includes(state.name)) discard()
      else if (state.name !== 'consent') {
        // A tap that came first signs by itself.
        if (!early?.sent) discard()
      } else if (!early || early.usableUntil <= ports.now()) start(state.traceId)
    },
    take(edition) {
      if (!early?.sent || early.edition !== edition || early.usableUntil <= ports.now()) return null
      const { sign } = early
      early.sign = null
      return sign
    },
  }
}
