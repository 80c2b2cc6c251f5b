// The HTTPS edition's signature, fetched between tick and tap, so that the tap waits for one round trip less. The request
// holds nothing of user or device and records no consent: the receipt follows with the tap.
import { createAbortController, runWithLimits } from '@local-number/jssdk'
import type { HttpsEdition } from '@local-number/protocol'
import { type IdsAnswer, readIdsAnswer } from './answers'
import type { EffectContext } from './effects/context'
import type { EditionPort } from './ports'
import type { LoginState, StateName } from './states'

/**
 * How long a signature waits for the tap, in ms. The platform takes its timestamp for a few minutes, and the server its
 * attempt for ten, in which the token has to be spent, too.
 */
export const PREFETCH_TTL_MS = 120_000

export interface Prefetch {
  /** Fetches while the box is ticked, and discards when the signature cannot be used any more. `null`: disconnected. */
  follow(state: LoginState | null): void
  /** Hands the signature out once, also one on its way; `null` if there is none. Resolves with `null` if it failed. */
  take(edition: HttpsEdition | undefined): Promise<IdsAnswer | null> | null
}

/** From the tick to the use of the signature. */
const PATH: readonly StateName[] = ['consent', 'authorizing', 'checkingNetwork', 'awaitingCellular', 'acquiring']

interface Early {
  readonly controller: AbortController
  readonly edition: HttpsEdition | undefined
  readonly usableUntil: number
  answer: Promise<IdsAnswer | null> | null
  sent: boolean
}

export function createPrefetch({
  config,
  ports,
  session,
}: Pick<EffectContext, 'config' | 'ports' | 'session'>): Prefetch {
  const { api } = ports
  let early: Early | null = null

  function discard(): void {
    early?.controller.abort()
    early = null
  }

  async function fetchEarly(mine: Early, traceId: string): Promise<IdsAnswer | null> {
    const { edition, controller } = mine
    if (!edition || !api.consent) return null
    if (!(await ports.canPrefetch?.()) || controller.signal.aborted) return null
    mine.sent = true
    const limits = { signal: controller.signal, timeoutMs: config.limits.signMs }
    return readIdsAnswer(
      await runWithLimits((signal) => api.sign({ edition, session }, { traceId, signal }), limits),
      traceId,
    )
  }

  function start(traceId: string): void {
    discard()
    early = {
      controller: createAbortController(),
      edition: findCertainEdition(ports.editions),
      usableUntil: ports.now() + PREFETCH_TTL_MS,
      answer: null,
      sent: false,
    }
    early.answer = fetchEarly(early, traceId).catch(() => null)
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
      const { answer } = early
      early.answer = null
      return answer
    },
  }
}

/**
 * The edition that will be chosen, whatever this device is: the first that can work here. A doubt about an earlier one
 * rests on the device, so that this edition is not certain, and nothing is fetched for it.
 */
function findCertainEdition(editions: readonly EditionPort[]): HttpsEdition | undefined {
  if (!editions.some(({ sdk }) => sdk.idsEdition)) return undefined
  return editions.find((edition) => !edition.unsupported?.())?.sdk.idsEdition
}
