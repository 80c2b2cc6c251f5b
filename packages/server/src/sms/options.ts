// The options of the SMS way. Ranges and defaults: `options-schema.ts`.
import type { ConsentTexts } from '../sign/consent-texts'
import type { VerifyCaptcha } from './captcha'
import type { MessageSender } from './sender'

export interface SmsOptions {
  /** Who sends, in this order: the next one is tried when one has certainly not sent. */
  readonly senders: readonly MessageSender[]
  /**
   * Versions of your own terms for this way whose acceptance counts. The carrier's terms are not needed here.
   *
   * @default ['1']
   */
  readonly consentVersions?: readonly string[] | undefined
  /** Their texts, as `consentTexts` of the server. Default: none on file. */
  readonly consentTexts?: ConsentTexts | undefined
  /**
   * Asks your captcha's provider. A proof counts once. Without it, a user who would need a captcha has to wait.
   *
   * @default no captcha
   */
  readonly verifyCaptcha?: VerifyCaptcha | undefined
  /** How many messages and guesses there are. */
  readonly limits?: Partial<SmsLimitValues> | undefined
  /** Durations, in whole ms. */
  readonly times?: Partial<SmsTimes> | undefined
  /**
   * Numbers with a fixed code, to which nothing is sent: for tests. Whoever knows one can log in with it,
   * so that a process with `NODE_ENV=production` refuses them.
   *
   * @default {}
   */
  readonly testNumbers?: Readonly<Record<string, string>> | undefined
  /**
   * Hears of many messages whose numbers are hardly ever verified, besides the log line with the code
   * `smsPumping`.
   *
   * @default the log line alone
   */
  readonly onPumping?: ((facts: PumpingFacts) => void) | undefined
}

export interface PumpingFacts {
  /** The first 7 digits of the numbers; `null` if it is about all numbers together. */
  readonly prefix: string | null
  /** Messages to them in this hour. */
  readonly sent: number
  /** How many of them were verified in this hour. */
  readonly verified: number
  /** Of the message that raised the alarm. */
  readonly traceId: string
}

export interface SmsLimitValues {
  /**
   * Messages that one session gets in a Shanghai day without a captcha: 1 to 1000.
   *
   * @default 3
   */
  readonly sendsPerSession: number
  /**
   * Messages that one address, or IPv6 network (/64), gets in a Shanghai day without a captcha: 1 to 100 000. An IPv6
   * site (/48) gets ten times as many. Where the transport knows the caller, as cloud functions do, it counts instead.
   * It does not bind devices that verified the number before.
   *
   * @default 9
   */
  readonly sendsPerAddress: number
  /**
   * Messages that one number gets in a Shanghai day without a captcha: 1 to 1000. Devices that verified it before have
   * {@link sendsPerNumber}.
   *
   * @default 9
   */
  readonly sendsPerNumberFreely: number
  /**
   * Messages that one number gets in a Shanghai day at most: 1 to 1000. A cap of your vendor's must be above it.
   *
   * @default 20
   */
  readonly sendsPerNumber: number
  /**
   * How many of these are left to devices that verified this number before: 0 to 1000.
   *
   * @default 5
   */
  readonly sendsReserved: number
  /**
   * Wrong guesses that void a code: 1 to 10.
   *
   * @default 5
   */
  readonly guessesPerCode: number
  /**
   * Guesses of one session at one number within 24 hours: 1 to 100.
   *
   * @default 15
   */
  readonly guessesPerNumber: number
  /**
   * Proofs of one client in a minute that the captcha's provider does not accept: 1 to 1 000 000. Clients, and what
   * goes on beyond it, are those of `limits.failedChecksPerClient`; a device that verified the number before counts for
   * that number instead.
   *
   * @default 120
   */
  readonly failedCaptchasPerClient: number
  /**
   * Messages to all numbers in an hour: 10 to 10 000 000. No address and no 10,000 numbers that begin alike get more
   * than a tenth of them. A fifth is left to known devices, and from the half on everybody needs a captcha, if there is
   * one.
   *
   * @default 1_000
   */
  readonly messagesPerHour: number
  /**
   * Messages to all numbers in a Shanghai day: 10 to 100 000 000. A fifth is left to known devices.
   *
   * @default 10_000
   */
  readonly messagesPerDay: number
  /**
   * From so many messages on, to 10,000 numbers that begin alike and within an hour, it is an alarm if few of them are
   * verified: 1 to 1 000 000. It is raised again at each multiple. For all numbers together it is raised at each tenth
   * of {@link messagesPerHour}.
   *
   * @default 20
   */
  readonly alarmAfterSends: number
  /**
   * Of 100 messages, how many must be verified so that there is no alarm: 0 to 100.
   *
   * @default 20
   */
  readonly verifiedPercent: number
}

export interface SmsTimes {
  /**
   * How long a code is valid, in ms.
   *
   * @default 300_000
   */
  readonly codeTtlMs: number
  /**
   * Until another message may go to the same number, in ms.
   *
   * @default 60_000
   */
  readonly resendMs: number
  /**
   * How long all senders together may take, in ms. After it the message counts as sent.
   *
   * @default 5_000
   */
  readonly sendTimeoutMs: number
  /**
   * How long the captcha's provider may take, in ms.
   *
   * @default 3_000
   */
  readonly captchaTimeoutMs: number
}

type WithoutDefault = 'consentTexts' | 'verifyCaptcha' | 'onPumping'

/** The options with their defaults. */
export interface SmsSettings extends Required<Omit<SmsOptions, WithoutDefault>>, Pick<SmsOptions, WithoutDefault> {
  readonly limits: SmsLimitValues
  readonly times: SmsTimes
}
