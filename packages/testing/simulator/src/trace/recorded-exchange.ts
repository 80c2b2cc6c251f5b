// One call while it is under way: collects what is found out about it, and reports it once it is answered.
import { maskMsisdn } from '@local-number/protocol'
import type {
  Enrichment,
  Exchange,
  ExchangeAnswer,
  FaultEffect,
  SignatureFinding,
  TraceSummary,
} from '@local-number/simulator-contract'
import type { Findings } from './findings'
import { maskText, type Secret } from './masking'

/** Everything that can be noted about a call. */
export interface Notes extends Findings {
  readonly enrichment?: Enrichment
  readonly faults?: readonly FaultEffect[]
}

export interface RecordedExchangeOptions {
  readonly secrets: readonly Secret[]
  /** @param msisdnMasked `''` if no number was found behind the call */
  readonly onEnd: (exchange: Exchange, msisdnMasked: string) => void
}

export class RecordedExchange {
  #exchange: Exchange
  #msisdnMasked = ''

  constructor(
    begun: Exchange,
    readonly trace: Pick<TraceSummary, 'id' | 'handset'>,
    private readonly options: RecordedExchangeOptions,
  ) {
    this.#exchange = begun
  }

  note({ msisdn, signature, ...notes }: Notes): void {
    if (msisdn !== undefined) this.#msisdnMasked = maskMsisdn(msisdn)
    const masked = signature && { signature: this.#maskFinding(signature) }
    this.#exchange = { ...this.#exchange, ...notes, ...masked }
  }

  end(answer: ExchangeAnswer): void {
    this.#exchange = { ...this.#exchange, answer }
    this.options.onEnd(this.#exchange, this.#msisdnMasked)
  }

  /** The signed text of a verify call contains the token and phoneNum. */
  #maskFinding(signature: SignatureFinding): SignatureFinding {
    const { secrets } = this.options
    // Part by part: digits of neighboring parts are not a phone number.
    const expectedParts = signature.expectedParts.map(({ name, value }) => ({ name, value: maskText(value, secrets) }))
    const expectedText = expectedParts.map(({ value }) => value).join('')
    const masked = { ...signature, expectedText, expectedParts }
    return masked.verified ? masked : { ...masked, found: maskText(masked.found, secrets) }
  }
}
