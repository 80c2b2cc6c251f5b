// Requires a captcha where a message needs one.
import type { CallFacts } from '../call-facts'
import { ServerError } from '../errors'
import { limitTime } from '../limit-time'
import type { Log } from '../log/log'
import type { VerifyCaptcha } from './captcha'
import { describeSenderError } from './sender'

/** Until a provider that could not say is asked again, in ms. */
const RETRY_AFTER_MS = 10_000

export interface CaptchaOptions {
  readonly verifyCaptcha: VerifyCaptcha
  /** In ms. */
  readonly timeoutMs: number
  readonly log: Log
}

/** @throws ServerError `captchaRequired`, `captchaRefused`, `messageUnavailable` if the provider cannot say */
export type RequireCaptcha = (proof: string | undefined, facts: Pick<CallFacts, 'address' | 'traceId'>) => Promise<void>

export function createCaptchaGate({ verifyCaptcha, timeoutMs, log }: CaptchaOptions): RequireCaptcha {
  return async (proof, { address, traceId }) => {
    if (proof === undefined) throw new ServerError('captchaRequired')
    // One that throws at once counts like one that rejects.
    const asking = (async () => verifyCaptcha(proof, { address }))()
    const isAccepted = await limitTime(asking, timeoutMs).catch((error) => {
      log.error({ traceId, code: 'captchaUnavailable', reason: describeSenderError(error) }, 'no answer on a captcha')
      throw new ServerError('messageUnavailable', { facts: { retryAfterMs: RETRY_AFTER_MS } })
    })
    if (isAccepted !== true) throw new ServerError('captchaRefused')
  }
}
