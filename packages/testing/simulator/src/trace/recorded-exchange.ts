// One call while it is under way: what is learnt of it is noted here, and told when it is answered.
import { maskMsisdn } from '@local-number/protocol'
import type {
  Enrichment,
  Exchange,
  ExchangeAnswer,
  FaultEffect,
  SignatureFinding,
  TraceSummary,
} from '@local-number/simulator-contract'
import type { Findings } from '../platform/witness'
import { type Secret, shown } from './masking'

/** Everything that a call can turn out to have. */
export interface Notes extends Findings {
  readonly enrichment?: Enrichment
  readonly faults?: readonly FaultEffect[]
}

export interface ExchangeListener {
  /** @param msisdnMasked `''` if no number was found behind the call */
  ended(exchange: Exchange, msisdnMasked: string): void
}

export class RecordedExchange {
  #exchange: Exchange
  #msisdnMasked = ''

  constructor(
    begun: Exchange,
    readonly trace: Pick<TraceSummary, 'id' | 'handset'>,
    private readonly about: { readonly secrets: readonly Secret[]; readonly listener: ExchangeListener },
  ) {
    this.#exchange = begun
  }

  note({ msisdn, signature, ...notes }: Notes): void {
    if (msisdn !== undefined) this.#msisdnMasked = maskMsisdn(msisdn)
    const masked = signature && { signature: this.#masked(signature) }
    this.#exchange = { ...this.#exchange, ...notes, ...masked }
  }

  end(answer: ExchangeAnswer): void {
    this.#exchange = { ...this.#exchange, answer }
    this.about.listener.ended(this.#exchange, this.#msisdnMasked)
  }

  /** What was signed may be a verify call's, whose text holds the token, and phoneNum. */
  #masked(signature: SignatureFinding): SignatureFinding {
    const { secrets } = this.about
    // Part by part: what stands next to each other by chance is nobody's number.
    const expectedParts = signature.expectedParts.map(({ name, value }) => ({ name, value: shown(value, secrets) }))
    const expectedText = expectedParts.map(({ value }) => value).join('')
    const masked = { ...signature, expectedText, expectedParts }
    return masked.verified ? masked : { ...masked, found: shown(masked.found, secrets) }
  }
}
