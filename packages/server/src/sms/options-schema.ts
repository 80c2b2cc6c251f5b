// Ranges and defaults of the options of the SMS way, each defined here and nowhere else.
import { z } from 'zod'
import { milliseconds, requireTexts, text, texts, wholeNumber } from '../option-types'
import { locale } from '../sign/locale'
import type { VerifyCaptcha } from './captcha'
import { CODE } from './code'
import type { SmsOptions } from './options'
import type { MessageSender } from './sender'

const limits = z
  .object({
    sendsPerSession: wholeNumber(1, 1000).default(3),
    sendsPerAddress: wholeNumber(1, 100_000).default(9),
    sendsPerNumberFreely: wholeNumber(1, 1000).default(9),
    sendsPerNumber: wholeNumber(1, 1000).default(20),
    sendsReserved: wholeNumber(0, 1000).default(5),
    guessesPerCode: wholeNumber(1, 10).default(5),
    guessesPerNumber: wholeNumber(1, 100).default(15),
    failedCaptchasPerClient: wholeNumber(1, 1_000_000).default(120),
    messagesPerHour: wholeNumber(10, 10_000_000).default(1_000),
    messagesPerDay: wholeNumber(10, 100_000_000).default(10_000),
    alarmAfterSends: wholeNumber(1, 1_000_000).default(20),
    verifiedPercent: wholeNumber(0, 100).default(20),
  })
  .refine(({ sendsPerNumber, sendsReserved }) => sendsReserved < sendsPerNumber, {
    path: ['sendsReserved'],
    error: 'must be less than sendsPerNumber: the others are for everybody',
  })

const times = z.object({
  codeTtlMs: milliseconds().default(300_000),
  resendMs: milliseconds().default(60_000),
  sendTimeoutMs: milliseconds().default(5_000),
  captchaTimeoutMs: milliseconds().default(3_000),
})

const sender = z.custom<MessageSender>(isSender, 'must have a name and a function send')

const shape = {
  senders: z.array(sender).min(1, 'must have at least one sender').readonly(),
  consentVersions: texts.default(['1']),
  consentTexts: z.record(text, z.record(locale, text)).optional(),
  verifyCaptcha: z.custom<VerifyCaptcha>().optional(),
  limits: limits.prefault({}),
  times: times.prefault({}),
  testNumbers: z.record(z.string().regex(/^1\d{10}$/), z.string().regex(CODE)).default({}),
  onPumping: z.custom<NonNullable<SmsOptions['onPumping']>>().optional(),
} as const satisfies Readonly<Record<keyof SmsOptions, z.ZodType>>

export const smsOptions = z.object(shape).superRefine(requireTexts)

function isSender(value: unknown): boolean {
  const { name, send } = Object(value)
  return typeof name === 'string' && typeof send === 'function'
}
