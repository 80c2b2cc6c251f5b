// Text messages: what a business server's sender hands over, and what the handsets received. Types only.

/** The body of `POST /_sim/messages`, as the webhook of a business server sends it. */
export interface TextMessageRequest {
  /** A mainland mobile number: 11 digits. */
  readonly phone: string
  /** 4 to 8 digits. */
  readonly code: string
  /**
   * The language of the text, as a BCP 47 tag. Any but English is Chinese.
   *
   * @default null
   */
  readonly locale?: string | null
  /** The login's trace id at the business server. The carrier has no use for it. */
  readonly traceId?: string
}

/** A message in the inbox of a handset, or on its way there. */
export interface TextMessage {
  readonly id: string
  /** The id of the handset with this number; of a magic number without a handset, the number. */
  readonly handset: string
  /** What the phone shows. */
  readonly text: string
  /** The code in the text, which a phone's keyboard offers. */
  readonly code: string
  /** Milliseconds since 1970, by the simulator's clock. */
  readonly sentAt: number
  /** The same clock. A late message is on its way until then. */
  readonly arrivesAt: number
}
