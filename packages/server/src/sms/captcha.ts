// The port of the captcha that another message may need.

/** What is known of the user besides the proof. */
export interface CaptchaFacts {
  /** The client's IP address as the transport trusts it, if it knows one. */
  readonly address: string | undefined
  /** Ends when nobody waits any more. Until the answer comes, the proof takes one of the places for running ones. */
  readonly signal: AbortSignal
}

/**
 * Asks the captcha's provider about a proof that the page got from it. `false` refuses it; a rejection means that the
 * provider could not say. The server takes each text once, so refuse texts that spell the same proof in another way.
 */
export interface VerifyCaptcha {
  (proof: string, facts: CaptchaFacts): Promise<boolean>
  /**
   * Resolves when it can ask, as `ready` of a sender.
   *
   * @throws ServerError `optionUnusable`
   */
  ready?(): Promise<unknown>
}
