// Judges the captcha that a message needs. Each proof is a call to the captcha's provider, which may bill it, and a
// page can make proofs up: those that fail are bounded for their client, as failed checks are (decision 0028).
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import type { Fingerprint } from '../fingerprint'
import { raceSignal } from '../limit-time'
import type { Log } from '../log/log'
import type { FailureLimit } from '../rate-limits/failure-limit'
import type { Room } from '../room'
import { DAY } from '../shanghai-day'
import type { CounterStore } from '../stores/stores'
import type { VerifyCaptcha } from './captcha'
import { describeCaptchaError } from './sender'

/** Until a provider that could not say is asked again, in ms. */
const RETRY_AFTER_MS = 10_000

/** No provider takes a proof that is older, in ms. */
const PROOF_MS = DAY

export interface CaptchaOptions {
  readonly verifyCaptcha: VerifyCaptcha
  /** In ms. */
  readonly timeoutMs: number
  readonly failedCaptchas: FailureLimit
  /** Each place is a proof that the provider is being asked about. */
  readonly room: Room
  readonly counters: CounterStore
  readonly fingerprint: Fingerprint
  readonly log: Log
}

/** What the provider says of a proof; `unknown` if it cannot, or not in time. */
type Judgement = 'accepted' | 'refused' | 'unknown'

/** Who sends a proof, and whose failed ones it is if it fails. */
export interface CaptchaAsking extends Pick<CallFacts, 'address' | 'traceId'> {
  readonly owner: string
}

/** @throws ServerError `captchaRefused`, `rateLimited`, `overloaded`, `messageUnavailable` if the provider cannot say */
export type RequireCaptcha = (proof: string, asking: CaptchaAsking) => Promise<void>

export function createCaptchaGate(options: CaptchaOptions): RequireCaptcha {
  const { verifyCaptcha, timeoutMs, failedCaptchas, room, counters, fingerprint, log } = options

  async function ask(proof: string, { address, traceId }: CaptchaAsking): Promise<Judgement> {
    const leave = room.takePlace()
    const signal = AbortSignal.timeout(timeoutMs)
    // One that throws at once counts like one that rejects.
    const asked = (async () => verifyCaptcha(proof, { address, signal }))()
    // Not earlier: what nobody waits for any more still runs.
    void asked.then(leave, leave)
    try {
      return (await raceSignal(asked, signal)) === true ? 'accepted' : 'refused'
    } catch (error) {
      log.error(
        { traceId, code: 'captchaUnavailable', reason: describeCaptchaError(error, proof) },
        'no answer on a captcha',
      )
      return 'unknown'
    }
  }

  /** Of accepted ones alone, so that a provider that cannot say costs the user no proof. */
  async function isFirstUse(proof: string, owner: string): Promise<boolean> {
    return (await counters.add(`captcha:${fingerprint('captcha', proof)}`, 1, PROOF_MS, owner)) === 1
  }

  return async (proof, asking) => {
    const { owner } = asking
    await failedCaptchas.requireRoom({ owner })
    const judgement = await ask(proof, asking)
    if (judgement === 'accepted' && (await isFirstUse(proof, owner))) return
    await failedCaptchas.count({ owner })
    if (judgement === 'unknown')
      throw new ServerError('messageUnavailable', { facts: { retryAfterMs: RETRY_AFTER_MS } })
    throw new ServerError('captchaRefused')
  }
}
