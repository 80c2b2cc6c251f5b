// The options of a server: shape, ranges and defaults, each defined here and nowhere else. The ranges keep promises from
// failing silently: a time window that is always open, a quota that is never reached.
import { CARRIER_VERIFY_ORIGIN, EDITIONS, type Edition } from '@local-number/protocol'
import { getVerifyCodes } from '@local-number/protocol/return-codes'
import type { PrivateKey, PublicKey } from '@local-number/rsa'
import { isOrigin } from '@local-number/service-kit'
import { z } from 'zod'
import type { Log } from './log/log'
import type { ConsentRecord } from './sign/consent'
import type { Stores } from './stores/stores'

const texts = z.array(z.string().min(1, 'must not be empty')).min(1, 'must have at least one item').readonly()

/** How often one session and one number may be checked. */
const limits = z.object({
  /**
   * Wrong numbers that one session may send within 24 hours of its first one: 1 to 1000.
   *
   * @default 5
   */
  wrongNumbersPerSession: wholeNumber(1, 1000).default(5),
  /**
   * Checks of one number per Shanghai day: 1 to 1000, the value configured on the open platform (121011 beyond it).
   *
   * @default 10
   */
  checksPerNumberAndDay: wholeNumber(1, 1000).default(10),
})

const times = z.object({
  /**
   * How far a phone's clock may differ from the server's at its real UTC offset, in ms: below 450 000, where every
   * timestamp would fit.
   *
   * @default 120_000
   */
  clockSkewMs: wholeNumber(0, 449_999).default(120_000),
  /**
   * How long an attempt waits for its verify after its sign, in ms.
   *
   * @default 600_000
   */
  attemptTtlMs: milliseconds().default(600_000),
  /**
   * How long the platform may take to answer, in ms.
   *
   * @default 5_000
   */
  platformTimeoutMs: milliseconds().default(5_000),
})

/** Compared as text: a number is never a yes. */
const codes = z
  .object({
    /**
     * Codes of the platform that mean "this is the number".
     *
     * @default ['000']
     */
    yes: texts.default(getVerifyCodes('verified')),
    /**
     * Codes of the platform that mean "this is not the number".
     *
     * @default ['001']
     */
    no: texts.default(getVerifyCodes('notThisNumber')),
  })
  .refine(({ yes, no }) => !yes.some((code) => no.includes(code)), {
    path: ['no'],
    error: 'shares a code with the yes codes: a code means one or the other',
  })

const ticket = z.object({
  /** Ed25519 or P-256: PKCS#8, as PEM or base64 of DER. */
  privateKey: z.string(),
  /**
   * This server as ticket checkers name it, such as its URL.
   *
   * @default 'local-number'
   */
  issuer: z.string().min(1, 'must not be empty').default('local-number'),
  /**
   * The backend that accepts the tickets.
   *
   * @default 'local-number'
   */
  audience: z.string().min(1, 'must not be empty').default('local-number'),
})

const signature = z.object({
  /** @default 'MD5withRSA' */
  algorithm: oneOf(['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']).default('MD5withRSA'),
  /** @default 'base64' */
  encoding: oneOf(['base64', 'hex', 'HEX']).default('base64'),
})

export const optionsSchema = z.object({
  /** The app's id on the open platform: 6 to 20 digits. */
  appId: z.string().regex(/^\d{6,20}$/, 'must be 6 to 20 digits'),
  /** The app's key on the open platform. */
  appKey: z.string().min(1, 'must not be empty'),
  /** RSA, at least 1024 bits: base64 of DER, PEM, or imported. Its public half is registered on the open platform. */
  customerPrivateKey: z.custom<string | PrivateKey>(isSet, 'is missing'),
  /** RSA: base64 of DER, PEM, or imported. Copied from the open platform. */
  platformPublicKey: z.custom<string | PublicKey>(isSet, 'is missing'),
  /** How the sign of the pre-sign and of the verify call is made. */
  signature: signature.prefault({}),
  /** What signs the tickets, and for whom. */
  ticket,
  /** Keys the hashes of numbers and sessions: at least 32 characters. Changing it resets the counters. */
  hashSecret: z.string().min(32, 'must have at least 32 characters'),
  /**
   * Versions of your terms whose acceptance counts.
   *
   * @default ['1']
   */
  consentVersions: texts.default(['1']),
  /**
   * Scheme, host and port of the verify call, without a trailing slash.
   *
   * @default 'https://www.cmpassport.com'
   */
  verifyOrigin: z
    .string()
    .refine(isOrigin, 'must be scheme, host and port alone, such as https://www.cmpassport.com')
    .default(CARRIER_VERIFY_ORIGIN),
  /**
   * Editions whose pre-signs are signed. `h5Vendor` is never safe by default: its ids have no fixed width.
   *
   * @default ['miniProgram', 'h5']
   */
  editions: z
    .array(oneOf(Object.keys(EDITIONS) as Edition[]))
    .min(1, 'must have at least one item')
    .readonly()
    .default(['miniProgram', 'h5']),
  codes: codes.prefault({}),
  /**
   * How the page's userInformation is sent to the platform, which [S 2.5.1] leaves open: `verbatim`, or `decodedOnce`,
   * with one layer of percent-encoding undone.
   *
   * @default 'verbatim'
   */
  userInformation: oneOf(['verbatim', 'decodedOnce']).default('verbatim'),
  limits: limits.prefault({}),
  times: times.prefault({}),
  /**
   * Where attempts, counters and used ids are kept.
   *
   * @default this process's memory
   */
  stores: z.custom<Stores>().optional(),
  /**
   * Keeps consent receipts. When it rejects, nothing is signed.
   *
   * @default a line in the log
   */
  onConsent: z.custom<(receipt: ConsentRecord) => void | Promise<void>>().optional(),
  /**
   * Receives log lines, redacted before they reach it.
   *
   * @default none
   */
  log: z.custom<Log>().optional(),
  /**
   * The clock, in ms since 1970.
   *
   * @default Date.now
   */
  now: z.custom<() => number>().default(() => Date.now),
})

export type LocalNumberServerOptions = Readonly<z.input<typeof optionsSchema>>

/** The options with their defaults. */
export type ServerSettings = Readonly<z.output<typeof optionsSchema>>

export type LimitValues = z.output<typeof limits>
export type Times = z.output<typeof times>
export type VerdictCodes = z.output<typeof codes>
export type UserInformationForm = ServerSettings['userInformation']

function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`
  return z.int(error).min(min, error).max(max, error)
}

function milliseconds() {
  const error = 'must be a whole number of milliseconds'
  return z.int(error).min(0, error)
}

function oneOf<const T extends string>(choices: readonly T[]) {
  return z.enum(choices, `must be one of ${choices.join(', ')}`)
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== ''
}
