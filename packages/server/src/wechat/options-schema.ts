// Ranges and defaults of the options of the WeChat way, each defined here and nowhere else.
import { isOrigin } from '@local-number/service-kit'
import { z } from 'zod'
import { milliseconds, requireTexts, text, texts } from '../option-types'
import { locale } from '../sign/locale'
import type { WechatOptions } from './options'

const shape = {
  appId: text,
  appSecret: text,
  consentVersions: texts.default(['1']),
  consentTexts: z.record(text, z.record(locale, text)).optional(),
  origin: z
    .string()
    .refine(isOrigin, 'must be scheme, host and port alone, such as https://api.weixin.qq.com')
    .default('https://api.weixin.qq.com'),
  timeoutMs: milliseconds().default(5_000),
} as const satisfies Readonly<Record<keyof WechatOptions, z.ZodType>>

export const wechatOptions = z.object(shape).superRefine(requireTexts)
