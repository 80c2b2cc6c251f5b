// Ranges and defaults of the options, each defined here and nowhere else. The ranges exclude values that would disable
// a check without anyone noticing, such as a time window that is always open.
import { CARRIER_VERIFY_ORIGIN, EDITION_NAMES } from '@local-number/protocol'
import { getVerifyCodes } from '@local-number/protocol/return-codes'
import type { PrivateKey, PublicKey } from '@local-number/rsa'
import { isOrigin } from '@local-number/service-kit'
import { z } from 'zod'
import type { Log } from './log/log'
import { milliseconds, oneOf, requireTexts, text, texts, wholeNumber } from './option-types'
import type { LocalNumberServerOptions, ServerSettings } from './options'
import { locale } from './sign/locale'
import { smsOptions } from './sms/options-schema'
import type { Stores } from './stores/stores'
import { hasReadableCredentials } from './verify/dispatcher'
import { findTlsProblems } from './verify/tls-problems'
import { wechatOptions } from './wechat/options-schema'

/** Half of the 15 minutes between two UTC offsets: from this skew on, any timestamp fits some offset. */
const ALWAYS_OPEN_SKEW_MS = 450_000

const ticket = z.object({
  privateKey: z.string(),
  otherPublicKeys: z.array(text).readonly().default([]),
  issuer: text.default('local-number'),
  audience: text.default('local-number'),
})

const signature = z.object({
  algorithm: oneOf(['MD5withRSA', 'SHA1withRSA', 'SHA256withRSA']).default('MD5withRSA'),
  encoding: oneOf(['base64', 'hex', 'HEX']).default('base64'),
})

const tls = z
  .object({
    ca: text.optional(),
    cert: text.optional(),
    key: text.optional(),
    minVersion: oneOf(['TLSv1.2', 'TLSv1.3']).optional(),
  })
  .superRefine((value, context) => {
    for (const [option, message] of findTlsProblems(value)) {
      context.addIssue({ code: 'custom', path: [option], message })
    }
  })

const proxy = z.object({
  url: z
    .string()
    .refine(isProxyUrl, { error: 'must be an address such as http://proxy.example.com:3128', abort: true })
    .refine(hasReadableCredentials, 'has a % in its user name or password that is no percent-encoding: write it as %25')
    .optional(),
  bypass: z.string().optional(),
})

const codes = z
  .object({
    yes: texts.default(getVerifyCodes('verified')),
    no: texts.default(getVerifyCodes('notThisNumber')),
  })
  .refine(({ yes, no }) => !yes.some((code) => no.includes(code)), {
    path: ['no'],
    error: 'shares a code with the yes codes: a code means one or the other',
  })

const limits = z.object({
  wrongNumbersPerSession: wholeNumber(1, 1000).default(5),
  failedChecksPerSession: wholeNumber(1, 1000).default(20),
  failedChecksPerClient: wholeNumber(1, 1_000_000).default(120),
  failedExchangesPerClient: wholeNumber(1, 1_000_000).default(120),
  checksPerNumberAndDay: wholeNumber(1, 1000).default(10),
  signsPerIpv4: wholeNumber(1, 1_000_000).default(1_200),
  signsPerIpv6Network: wholeNumber(1, 1_000_000).default(60),
  signsPerIpv6Site: wholeNumber(1, 1_000_000).default(1_200),
  signsPerCaller: wholeNumber(1, 1_000_000).default(20),
  checksAtOnce: wholeNumber(1, 10_000).default(256),
})

const times = z.object({
  clockSkewMs: wholeNumber(0, ALWAYS_OPEN_SKEW_MS - 1).default(120_000),
  attemptTtlMs: milliseconds().default(600_000),
  platformTimeoutMs: milliseconds().default(5_000),
  beforeTicketTimeoutMs: milliseconds().default(1_000),
})

const shape = {
  appId: z.string().regex(/^\d{6,20}$/, 'must be 6 to 20 digits'),
  appKey: text,
  customerPrivateKey: z.custom<string | PrivateKey>(isSet, 'is missing'),
  otherCustomerPrivateKeys: z.array(z.custom<string | PrivateKey>(isSet, 'must not be empty')).readonly().default([]),
  platformPublicKey: z.custom<string | PublicKey>(isSet, 'is missing'),
  hashSecret: z.string().min(32, 'must have at least 32 characters'),
  ticket,
  consentVersions: texts.default(['1']),
  consentTexts: z.record(text, z.record(locale, text)).optional(),
  verifyOrigin: z
    .string()
    .refine(isOrigin, 'must be scheme, host and port alone, such as https://www.cmpassport.com')
    .default(CARRIER_VERIFY_ORIGIN),
  tls: tls.prefault({}),
  proxy: proxy.prefault({}),
  signature: signature.prefault({}),
  md5Case: oneOf(['lower', 'upper']).default('lower'),
  editions: z
    .array(oneOf(EDITION_NAMES))
    .min(1, 'must have at least one item')
    .readonly()
    .default(['miniProgram', 'h5']),
  origins: z
    .array(z.string().refine((text) => text === '*' || isOrigin(text), 'must be scheme, host and port alone, or *'))
    .readonly()
    .default([]),
  codes: codes.prefault({}),
  userInformation: oneOf(['verbatim', 'decodedOnce', 'encodedOnce']).default('verbatim'),
  limits: limits.prefault({}),
  times: times.prefault({}),
  sms: smsOptions.optional(),
  wechat: wechatOptions.optional(),
  stores: z.custom<Stores>().optional(),
  onConsent: z.custom<NonNullable<LocalNumberServerOptions['onConsent']>>().optional(),
  beforeTicket: z.custom<NonNullable<LocalNumberServerOptions['beforeTicket']>>().optional(),
  log: z.custom<Log>().optional(),
  now: z.custom<() => number>().default(() => Date.now),
} as const satisfies Readonly<Record<keyof LocalNumberServerOptions, z.ZodType>>

export const optionsSchema = z.object(shape) satisfies z.ZodType<ServerSettings, LocalNumberServerOptions>

/** What one option alone cannot show. */
export const checkedOptionsSchema = optionsSchema.superRefine((settings, context) => {
  requireTexts(settings, context)
  if (settings.sms && settings.stores && !settings.stores.codes) {
    context.addIssue({ code: 'custom', path: ['stores'], message: 'must have codes, where sms keeps its codes' })
  }
})

function isProxyUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== ''
}
