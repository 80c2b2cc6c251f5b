// The languages of the console: the same as those of the return codes' advice.
import type { Locale } from '@local-number/protocol/advice'
import { en } from './en'
import type { Texts } from './shape'
import { zh } from './zh'

export type { Texts } from './shape'

export const TEXTS: Readonly<Record<Locale, Texts>> = { 'zh-CN': zh, en }
