// The port of the captcha that another message may need.

/** What is known of the user besides the proof. */
export interface CaptchaFacts {
  /** The client's IP address as the transport trusts it, if it knows one. */
  readonly address: string | undefined
}

/**
 * Asks the captcha's provider about a proof that the page got from it. `false` refuses it; a rejection means that the
 * provider could not say.
 */
export type VerifyCaptcha = (proof: string, facts: CaptchaFacts) => Promise<boolean>
