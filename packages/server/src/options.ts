// What a server is told, the defaults, and the ranges beyond which a promise would quietly fail: a window that is always
// open, a quota that is never reached.
import type { Edition } from '@local-number/protocol'
import type { PrivateKey, PublicKey, SignatureOptions } from '@local-number/rsa'
import { z } from 'zod'
import type { LimitValues } from './limits'
import type { Log } from './log/log'
import { checked } from './parse-shape'
import type { ConsentRecord } from './sign/signing'
import type { Stores } from './stores/stores'
import type { TicketIssuerOptions } from './ticket/issuer'
import type { UserInformationForm } from './verify/platform-request'
import type { VerdictCodes } from './verify/verdict'

export interface LocalNumberServerOptions {
  /** From the open platform. */
  readonly appId: string
  readonly appKey: string
  /** RSA, base64 DER or PEM, or imported. The public half is filed on the open platform. */
  readonly customerPrivateKey: string | PrivateKey
  /** RSA, base64 DER or PEM, or imported. Copied from the open platform. */
  readonly platformPublicKey: string | PublicKey
  readonly ticket: Omit<TicketIssuerOptions, 'now'>
  /** Keys the hashes of numbers and sessions, at least 16 characters. */
  readonly hashSecret: string
  /** The versions of the terms whose acceptance still counts. */
  readonly consentVersions: readonly string[]

  /** Scheme, host and port of the verify call, without a trailing slash; the carrier's production unless told. */
  readonly verifyOrigin?: string
  /** MD5withRSA in base64 unless told. */
  readonly signature?: SignatureOptions
  /** `miniProgram` and `h5` unless told. */
  readonly editions?: readonly Edition[]
  /** `000` and `001` unless told. */
  readonly codes?: VerdictCodes
  /** `asItCame` unless told. */
  readonly userInformation?: UserInformationForm
  /** 5 wrong numbers per session and 10 checks per number and day unless told. */
  readonly limits?: Partial<LimitValues>
  /** In ms: phones' clocks 2 min, from sign to verify 10 min, the platform's answer 5 s unless told. */
  readonly times?: Partial<Times>
  /** In this process's memory unless told. */
  readonly stores?: Stores
  /** Keeps consent receipts. When it rejects, nothing is signed. */
  readonly onConsent?: (receipt: ConsentRecord) => void | Promise<void>
  /** What reaches it is redacted already. */
  readonly log?: Log
  /** The clock, in ms since 1970. */
  readonly now?: () => number
}

/** In whole ms. */
export interface Times {
  /** How wrong a phone's clock may be beside its real UTC offset: below 450 000, where every time would fit. */
  readonly clockSkewMs: number
  /** From sign to verify. */
  readonly attemptTtlMs: number
  /** For the platform's answer. */
  readonly platformTimeoutMs: number
}

const texts = z.array(z.string().min(1)).readonly()
const ms = z.int().min(0)
const count = z.int().min(1)

const ranges = z.object({
  hashSecret: z.string().min(16),
  consentVersions: texts,
  codes: z
    .object({ yes: texts, no: texts })
    .refine(({ yes, no }) => !yes.some((code) => no.includes(code)))
    .default({ yes: ['000'], no: ['001'] }),
  limits: z.object({ wrongNumbersPerSession: count.default(5), checksPerNumberAndDay: count.default(10) }).prefault({}),
  times: z
    .object({
      clockSkewMs: ms.max(449_999).default(120_000),
      attemptTtlMs: ms.default(600_000),
      platformTimeoutMs: ms.default(5_000),
    })
    .prefault({}),
})

/** @throws ServerError `optionUnusable` */
export function rangesOf(options: LocalNumberServerOptions): z.infer<typeof ranges> {
  return checked(ranges, options, 'optionUnusable')
}
